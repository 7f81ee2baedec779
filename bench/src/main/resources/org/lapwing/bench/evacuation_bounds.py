# SPDX-License-Identifier: Apache-2.0
"""Bounds and optima of a situation by OR-Tools, written from docs/formats/plan.md alone.

    python3 evacuation_bounds.py optimum|relaxation SITUATION.json SECONDS [COST_OF_A_PLAN [POSSIBLE.json]]

`optimum`: the whole problem, escorts one by one, by CP-SAT. `relaxation`: the linear relaxation with escorts counted by
day only, a lower bound. Situations with pins, first places or ways out are refused: the models do not have them.
POSSIBLE.json names the legs that a plan of that cost or less can have, found by reduced-cost fixing; the others are left
out. Prints one line of JSON: status, objective, bound, seconds.
"""
import datetime
import json
import sys
import time


class Situation:
    def __init__(self, path):
        with open(path, encoding="utf-8") as file:
            self.raw = json.load(file)
        self.first = datetime.date.fromisoformat(self.raw["first_night"])
        self.nights = self.raw["nights"]
        self.weight = {name: value for name, value in self.raw["weights"].items()}
        self.houses = self.raw["houses"]
        self.helpers = [each for each in self.raw["helpers"] if "escort" in each["duties"]]
        self.hours = {frozenset(each["between"]): each["hours"] for each in self.raw["travel"]}
        self.regions = sorted({each["region"] for each in self.houses})
        for each in self.houses:
            if each["first_place"] or each["changes"]:
                raise SystemExit("first places and changes of beds are not in this model")
        self.households = [self.household(each) for each in self.raw["households"]]

    def day(self, text):
        return (datetime.date.fromisoformat(text) - self.first).days

    def free(self, helper, day):
        return any(self.day(each["from"]) <= day < self.day(each["until"]) for each in helper["free"])

    def beds(self, house, night):
        closed = any(self.day(each["from"]) <= night < self.day(each["until"]) for each in house["closed"])
        return 0 if closed else house["beds"]

    def between(self, one, other):
        return 0 if one == other else self.hours.get(frozenset((one, other)), 4)

    def household(self, raw):
        if raw["pinned"] or raw["earlier"] or "pathway" in raw or not raw["cleared"] or "decision" in raw:
            raise SystemExit("pins, ways out, vetting and decisions are not in this model")
        people = raw["women"] + raw["men"] + raw["others"] + raw["minors"]
        starts = []
        for start in range(max(0, self.day(raw["ready"])), min(self.day(raw["latest"]), self.nights - 1) + 1):
            starts.append((start, min(self.nights, start + raw["stay"])))
        fit = [k for k, house in enumerate(self.houses) if self.fits(raw, house)]
        return {"raw": raw, "people": people, "starts": starts, "fit": fit, "ready": self.day(raw["ready"])}

    def fits(self, raw, house):
        adults = {"women": raw["men"] + raw["others"], "men": raw["women"] + raw["others"], "anyone": 0}
        return (adults[house["admits"]] == 0
                and (house["children"] or raw["minors"] == 0)
                and (house["step_free"] or not raw["step_free"])
                and set(raw["medical"]) <= set(house["medical"])
                and house["region"] not in raw["forbidden_regions"])

    def night_cost(self, raw, house):
        shared = set(raw["languages"]) & set(house["languages"])
        return ((0 if shared else self.weight["language"])
                + self.weight["exposure"] * house["exposure"] * raw["risk"])


class Model:
    """Legs as arcs: one variable for each household, house, first night and morning after the last."""

    def __init__(self, situation, maker, possible=None):
        self.s, self.m = situation, maker
        self.possible = possible
        self.u, self.cost = {}, []
        self.constant = 0
        self.moves = {}
        for i, household in enumerate(situation.households):
            self.household(i, household)
        self.houses()
        self.apart()

    def household(self, i, h):
        s, m = self.s, self.m
        raw = h["raw"]
        weight = h["people"] * raw["urgency"]
        starts = [(m.flag(), a, b) for a, b in h["starts"]]
        self.constant += weight * s.weight["unplaced"]
        if not starts:
            return
        left = None
        if self.possible is not None:
            mine = self.possible[raw["name"]]
            left = {tuple(leg) for leg in mine["legs"]}
            if mine["placed"]:
                m.one([y for y, _, _ in starts])
        m.at_most([y for y, _, _ in starts], 1)
        for y, a, _ in starts:
            self.cost.append((y, weight * (s.weight["waiting"] * (a - h["ready"]) - s.weight["unplaced"])
                              - s.weight["moves"]))
        last = max(b for _, _, b in starts)
        over = {t: [] for t in range(last)}
        begins, ends = {}, {}
        for k in h["fit"]:
            house = s.houses[k]
            price = s.night_cost(raw, house)
            for a in range(starts[0][1], last):
                for b in range(a + 1, min(last, a + house["most_nights"]) + 1):
                    if s.beds(house, b - 1) < h["people"]:
                        break
                    if left is not None and (k, a, b) not in left:
                        continue
                    x = m.flag()
                    self.cost.append((x, price * (b - a) + s.weight["moves"]))
                    begins.setdefault((a, k), []).append(x)
                    ends.setdefault((b, k), []).append(x)
                    self.moves.setdefault((i, a), []).append(x)
                    for t in range(a, b):
                        over[t].append(x)
                        self.u.setdefault((i, k, t), []).append(x)
        for t in range(starts[0][1], last):
            m.equal(over[t], [y for y, a, b in starts if a <= t < b])
        for (b, k), before in ends.items():
            if (b, k) in begins:
                m.at_most(before + begins[b, k], 1)  # the next leg leads to another house
        self.travel(h, starts, begins, ends)

    def travel(self, h, starts, begins, ends):
        """A flow between regions on each morning, with the first leg's source and the last one's end."""
        s, m = self.s, self.m
        for t in range(starts[0][1], max(b for _, _, b in starts) + 1):
            came = {r: [] for r in s.regions}
            goes = {r: [] for r in s.regions}
            for k in h["fit"]:
                came[s.houses[k]["region"]] += ends.get((t, k), [])
                goes[s.houses[k]["region"]] += begins.get((t, k), [])
            first = [y for y, a, _ in starts if a == t]
            last = [y for y, _, b in starts if b == t]
            out = {r: [m.flag()] if last and came[r] else [] for r in s.regions}
            into = {r: [m.flag()] if first and goes[r] else [] for r in s.regions}
            m.equal([v for r in s.regions for v in out[r]], last if any(out.values()) else [])
            m.equal([v for r in s.regions for v in into[r]], first if any(into.values()) else [])
            for r in s.regions:
                for q in s.regions:
                    if came[r] and goes[q]:
                        v = m.flag()
                        out[r].append(v)
                        into[q].append(v)
                        if r != q:
                            self.cost.append((v, s.weight["travel"] * s.between(r, q)))
            for r in s.regions:
                m.equal(came[r], out[r])
                m.equal(goes[r], into[r])

    def houses(self):
        s, m = self.s, self.m
        for k, house in enumerate(s.houses):
            for t in range(s.nights):
                load = [(x, h["people"]) for i, h in enumerate(s.households) for x in self.u.get((i, k, t), [])]
                if load:
                    beds = s.beds(house, t)
                    m.weighted_at_most(load, beds)
                    over = m.number(4 * beds)
                    m.weighted_at_most([(v, 4 * p) for v, p in load] + [(over, -1)], 3 * beds)
                    self.cost.append((over, s.weight["crowding"]))

    def apart(self):
        s, m = self.s, self.m
        numbers = {h["raw"]["name"]: i for i, h in enumerate(s.households)}
        used = {}
        for pair in s.raw["apart"]:
            i, j = (numbers[name] for name in pair["households"])
            for k in set(s.households[i]["fit"]) & set(s.households[j]["fit"]):
                if pair["kind"] == "night":
                    for t in range(s.nights):
                        if (i, k, t) in self.u and (j, k, t) in self.u:
                            m.at_most(self.u[i, k, t] + self.u[j, k, t], 1)
                else:
                    for x in (i, j):
                        if (x, k) not in used:
                            used[x, k] = m.flag()
                            for t in range(s.nights):
                                if (x, k, t) in self.u:
                                    m.covers(used[x, k], self.u[x, k, t])
                    m.at_most([used[i, k], used[j, k]], 1)

    def escorts_counted(self):
        s, m = self.s, self.m
        for t in range(s.nights):
            for asked in (None, "woman", "man"):
                moves = [z for (i, day), zs in self.moves.items() if day == t
                         and (asked is None or s.households[i]["raw"].get("escort_gender") == asked) for z in zs]
                free = sum(1 for e in s.helpers if s.free(e, t) and (asked is None or e.get("gender") == asked))
                if moves:
                    m.at_most(moves, free)

    def escorts_named(self):
        s, m = self.s, self.m
        days, ways = {}, {}
        for (i, t), zs in self.moves.items():
            raw = s.households[i]["raw"]
            who = []
            for e, helper in enumerate(s.helpers):
                if s.free(helper, t) and raw.get("escort_gender") in (None, helper.get("gender")):
                    a = m.flag()
                    who.append(a)
                    days.setdefault((e, t), []).append(a)
                    ways.setdefault((e, i), []).append(a)
                    if not set(raw["languages"]) & set(helper["languages"]):
                        self.cost.append((a, s.weight["escort-language"]))
            m.equal(who, zs)
        for group in list(days.values()) + list(ways.values()):
            if len(group) > 1:
                m.at_most(group, 1)


class Exact:
    def __init__(self):
        from ortools.sat.python import cp_model
        self.module = cp_model
        self.model = cp_model.CpModel()

    def flag(self):
        return self.model.NewBoolVar("")

    def number(self, most):
        return self.model.NewIntVar(0, most, "")

    def one(self, variables):
        self.model.AddExactlyOne(variables)

    def at_most(self, variables, most):
        if most == 1:
            self.model.AddAtMostOne(variables)
        else:
            self.model.Add(sum(variables) <= most)

    def equal(self, one, other):
        if one or other:
            self.model.Add(sum(one) == sum(other))

    def covers(self, z, parts):
        self.model.Add(sum(parts) <= z)

    def weighted_at_most(self, terms, most):
        self.model.Add(sum(v * c for v, c in terms) <= most)

    def solve(self, cost, constant, seconds, known):
        total = sum(v * c for v, c in cost) + constant
        if known is not None:
            self.model.Add(total <= known)  # a plan of this cost exists
        self.model.Minimize(total)
        solver = self.module.CpSolver()
        solver.parameters.max_time_in_seconds = seconds
        solver.parameters.num_workers = 8
        solver.parameters.linearization_level = 2
        status = solver.Solve(self.model)
        found = status in (self.module.OPTIMAL, self.module.FEASIBLE)
        return {"status": solver.StatusName(status).lower(),
                "objective": solver.ObjectiveValue() if found else None,
                "bound": solver.BestObjectiveBound()}


class Relaxed:
    def __init__(self):
        import numpy
        self.numpy = numpy
        self.upper, self.rows, self.columns, self.values = [], [], [], []
        self.low, self.high = [], []

    def flag(self):
        return self.number(1)

    def number(self, most):
        self.upper.append(most)
        return len(self.upper) - 1

    def row(self, terms, low, high):
        row = len(self.low)
        for column, value in terms:
            self.rows.append(row)
            self.columns.append(column)
            self.values.append(value)
        self.low.append(low)
        self.high.append(high)

    def at_most(self, variables, most):
        self.row([(v, 1) for v in variables], -1e30, most)

    def equal(self, one, other):
        self.row([(v, 1) for v in one] + [(v, -1) for v in other], 0, 0)

    def covers(self, z, parts):
        self.row([(v, 1) for v in parts] + [(z, -1)], -1e30, 0)

    def weighted_at_most(self, terms, most):
        self.row(terms, -1e30, most)

    def solve(self, cost, constant, seconds, _known):
        import highspy
        from scipy.sparse import csc_matrix
        n = self.numpy
        c = n.zeros(len(self.upper))
        for v, value in cost:
            c[v] += value
        matrix = csc_matrix((self.values, (self.rows, self.columns)), shape=(len(self.low), len(self.upper)))
        lp = highspy.HighsLp()
        lp.num_col_, lp.num_row_ = len(self.upper), len(self.low)
        lp.col_cost_, lp.offset_ = c, constant
        lp.col_lower_, lp.col_upper_ = n.zeros(len(self.upper)), n.array(self.upper, dtype=float)
        lp.row_lower_, lp.row_upper_ = n.array(self.low, dtype=float), n.array(self.high, dtype=float)
        lp.a_matrix_.format_ = highspy.MatrixFormat.kColwise
        lp.a_matrix_.start_, lp.a_matrix_.index_, lp.a_matrix_.value_ = matrix.indptr, matrix.indices, matrix.data
        solver = highspy.Highs()
        solver.setOptionValue("output_flag", False)
        solver.setOptionValue("solver", "ipm")
        solver.setOptionValue("run_crossover", "off")
        solver.setOptionValue("time_limit", float(seconds))
        solver.passModel(lp)
        solver.run()
        status = solver.modelStatusToString(solver.getModelStatus()).lower()
        value = solver.getInfo().objective_function_value
        return {"status": status, "objective": value, "bound": value if status == "optimal" else None,
                "columns": len(self.upper), "rows": len(self.low)}


def main():
    kind, path, seconds = sys.argv[1], sys.argv[2], float(sys.argv[3])
    start = time.time()
    situation = Situation(path)
    maker = Exact() if kind == "optimum" else Relaxed()
    possible = None
    if len(sys.argv) > 5:
        with open(sys.argv[5], encoding="utf-8") as file:
            possible = json.load(file)
    model = Model(situation, maker, possible)
    if kind == "optimum":
        model.escorts_named()
    else:
        model.escorts_counted()
    known = int(sys.argv[4]) if len(sys.argv) > 4 else None
    answer = maker.solve(model.cost, model.constant, seconds, known)
    answer["seconds"] = round(time.time() - start, 1)
    print(json.dumps(answer))


main()
