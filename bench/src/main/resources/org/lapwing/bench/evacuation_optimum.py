# SPDX-License-Identifier: Apache-2.0
"""Bound and proven optimum of a situation by OR-Tools, written from docs/formats/plan.md alone.

    python3 evacuation_optimum.py SITUATION.json BEST_OUT.json SECONDS PLAN.json

A household takes one whole *way* (houses by nights), or none. The linear relaxation over all ways is solved by column
generation (GLOP; cheapest ways by dynamic programming), with cuts that hold for every plan: incompatible pairs, beds and
crowding by whole people and by groups of equal size (Chvatal and Gomory), escorts of each day with their languages.

What a plan costs above that bound is a sum of parts none of which is below 0: its ways' reduced costs, and whatever is
priced and left unused. So whoever asks for a plan that costs at most so much need look only at the ways within that gap:
they are listed, and CP-SAT picks among them, with escorts one by one and need-to-know. Is there none, the bound rises; what
CP-SAT finds and proves is the optimum. The plan given is where it begins.

Situations with pins, first places or ways out are refused: the model does not have them. Writes the best plan to
BEST_OUT.json and prints one line of JSON: status, objective, lower, relaxation, ways, seconds.
"""
import datetime
import json
import math
import sys
import time

import numpy as np
from ortools.linear_solver import pywraplp
from ortools.sat.python import cp_model

FAR = 1e12
NAMED = 30  # households up to which the relaxation knows escorts one by one
WORKERS = 8
MOST_WAYS = 300000


class Situation:
    def __init__(self, path):
        with open(path, encoding="utf-8") as file:
            self.raw = json.load(file)
        self.first = datetime.date.fromisoformat(self.raw["first_night"])
        self.nights = self.raw["nights"]
        self.weight = self.raw["weights"]
        self.houses = self.raw["houses"]
        self.helpers = [each for each in self.raw["helpers"] if "escort" in each["duties"]]
        hours = {frozenset(each["between"]): each["hours"] for each in self.raw["travel"]}
        if self.raw.get("today", self.raw["first_night"]) != self.raw["first_night"]:
            raise SystemExit("this model begins today")
        for each in self.houses:
            if each["first_place"] or each["changes"]:
                raise SystemExit("first places and changes of beds are not in this model")
        self.beds = np.array([[self.beds_on(house, t) for t in range(self.nights)] for house in self.houses])
        regions = [each["region"] for each in self.houses]
        self.travel = np.array([[0 if r == q else hours.get(frozenset((r, q)), 4) for q in regions] for r in regions])
        self.free = np.array([[any(self.day(s["from"]) <= t < self.day(s["until"]) for s in each["free"])
                               for t in range(self.nights)] for each in self.helpers])
        self.households = [Household(self, i, each) for i, each in enumerate(self.raw["households"])]
        self.number = {each.name: each.number for each in self.households}

    def day(self, text):
        return (datetime.date.fromisoformat(text) - self.first).days

    def date(self, day):
        return (self.first + datetime.timedelta(days=day)).isoformat()

    def beds_on(self, house, night):
        closed = any(self.day(each["from"]) <= night < self.day(each["until"]) for each in house["closed"])
        return 0 if closed else house["beds"]


class Household:
    def __init__(self, situation, number, raw):
        if raw["pinned"] or raw["earlier"] or "pathway" in raw or not raw["cleared"] or "decision" in raw:
            raise SystemExit("pins, ways out, vetting and decisions are not in this model")
        s = situation
        self.number, self.raw, self.name = number, raw, raw["name"]
        self.persons = raw["women"] + raw["men"] + raw["others"] + raw["minors"]
        self.ready = s.day(raw["ready"])
        self.starts = [(a, min(s.nights, a + raw["stay"]))
                       for a in range(max(0, self.ready), min(s.day(raw["latest"]), s.nights - 1) + 1)]
        self.weight = self.persons * raw["urgency"]
        self.unplaced = self.weight * s.weight["unplaced"]
        self.fit = [k for k, house in enumerate(s.houses) if self.fits(house) and s.beds[k].max() >= self.persons]
        self.night = np.full((len(s.houses), s.nights), FAR)
        for k in self.fit:
            self.night[k, s.beds[k] >= self.persons] = self.night_cost(s, s.houses[k])
        asked = raw.get("escort_gender")
        self.escorts = [e for e, each in enumerate(s.helpers) if asked is None or each.get("gender") == asked]
        self.kind = (tuple(sorted(raw["languages"])), asked)
        self.movable = s.free[self.escorts].any(axis=0) if self.escorts else np.zeros(s.nights, bool)
        self.most = np.array([each["most_nights"] for each in s.houses])
        if not self.minors_path():
            self.starts = []

    def minors_path(self):
        path = self.raw.get("minors_path")
        return self.raw["minors"] == 0 or (path and path["lead"] and path["opinion"] and len(set(path["deciders"])) > 1)

    def fits(self, house):
        raw = self.raw
        adults = {"women": raw["men"] + raw["others"], "men": raw["women"] + raw["others"], "anyone": 0}
        return (adults[house["admits"]] == 0
                and (house["children"] or raw["minors"] == 0)
                and (house["step_free"] or not raw["step_free"])
                and set(raw["medical"]) <= set(house["medical"])
                and house["region"] not in raw["forbidden_regions"])

    def night_cost(self, s, house):
        shared = set(self.raw["languages"]) & set(house["languages"])
        return (0 if shared else s.weight["language"]) + s.weight["exposure"] * house["exposure"] * self.raw["risk"]

    def speaks(self, helper):
        return bool(set(self.raw["languages"]) & set(helper["languages"]))


class Ways:
    """All ways of one household under prices of nights and of moves: least costs to the end, by dynamic programming.

    Each leg needs an escort who knows no other of them: where few can go, legs are counted (layer l: l legs may be left).
    """

    COUNTED = 3

    def __init__(self, s, h, night, move):
        self.s, self.h = s, h
        self.ks = np.array(h.fit)
        self.move = np.where(h.movable, move, FAR)
        price = h.night[self.ks] + night[self.ks]
        self.sum = np.concatenate([np.zeros((len(self.ks), 1)), np.cumsum(np.minimum(price, FAR), axis=1)], axis=1)
        self.hop = (s.weight["moves"] + s.weight["travel"] * s.travel)[np.ix_(self.ks, self.ks)].astype(float)
        np.fill_diagonal(self.hop, FAR)
        self.ends = sorted({b for _, b in h.starts})
        self.layers = len(h.escorts) if len(h.escorts) <= self.COUNTED else 0
        first, last = h.starts[0][0], self.ends[-1]
        shape = (self.layers + 1, s.nights + 1, len(self.ends), len(self.ks))
        self.after = np.full(shape, FAR)  # slept in k until this morning
        self.before = np.full(shape, FAR)  # about to sleep in k
        for n, end in enumerate(self.ends):
            self.after[:, end, n] = 0
        for layer in range(1, self.layers + 1) if self.layers else (0,):
            self.fill(layer, first, last)

    def fill(self, layer, first, last):
        less = max(0, layer - 1)  # without layers: the same one
        most = self.h.most[self.ks]
        after, before = self.after[less], self.before[layer]
        for a in range(last - 1, first - 1, -1):
            reach = min(last, a + most.max())
            cost = after[a + 1:reach + 1] + (self.sum[:, a + 1:reach + 1] - self.sum[:, [a]]).T[:, None, :]
            lengths = np.arange(1, reach - a + 1)[:, None] > most[None, :]
            cost = np.where(lengths[:, None, :], FAR, cost)
            before[a] = np.minimum(cost.min(axis=0), FAR)
            if a > first:
                rest = np.minimum((before[a][:, None, :] + self.hop[None]).min(axis=2) + self.move[a], FAR)
                open_end = np.array([a < end for end in self.ends])
                self.after[layer, a] = np.where(open_end[:, None], rest, self.after[layer, a])

    def start_cost(self, a):
        return self.h.weight * self.s.weight["waiting"] * (a - self.h.ready) + self.move[a]

    def cheapest(self, below):
        """For each first night the cheapest way, where it costs less."""
        found = []
        for a, end in self.h.starts:
            n, layer = self.ends.index(end), self.layers
            cost = self.start_cost(a) + self.before[layer, a, n].min()
            if cost < below:
                legs, at, k = [], a, int(self.before[layer, a, n].argmin())
                while at < end:
                    layer = max(0, layer - 1)
                    reach = min(end, at + self.h.most[self.ks[k]])
                    costs = [self.sum[k, b] - self.sum[k, at] + self.after[layer, b, n, k] for b in range(at + 1, reach + 1)]
                    b = at + 1 + int(np.argmin(costs))
                    legs.append((int(self.ks[k]), at, b))
                    if b < end:
                        k = int((self.before[layer, b, n] + self.hop[k]).argmin())
                    at = b
                found.append((cost, tuple(legs)))
        return found

    def within(self, least, limit):
        """Every way that costs no more, of as many legs as there are escorts."""
        found = []
        most, names, hop = self.h.most[self.ks].tolist(), self.ks.tolist(), self.hop.tolist()
        sums, move = self.sum.tolist(), self.move.tolist()

        def go(end, layer, left, at, k, spent, legs):
            """The next leg is in k from this morning on; the arrays are those of one end."""
            if spent + before[layer][at][k] > least or left == 0 or len(found) > limit:
                return
            less = max(0, layer - 1)
            for b in range(at + 1, min(end, at + most[k]) + 1):
                cost = spent + sums[k][b] - sums[k][at]
                if cost + after[less][b][k] > least:
                    continue
                way = legs + ((names[k], at, b),)
                if b == end:
                    found.append((way, cost))
                else:
                    for j in range(len(names)):
                        if j != k:
                            go(end, less, left - 1, b, j, cost + hop[k][j] + move[b], way)

        for a, end in self.h.starts:
            n = self.ends.index(end)
            after, before = self.after[:, :, n].tolist(), self.before[:, :, n].tolist()
            for k in range(len(names)):
                go(end, self.layers, len(self.h.escorts), a, k, self.start_cost(a), ())
        return found


class Master:
    """The linear relaxation over the ways found up to now. A row is a price on some nights of some households."""

    def __init__(self, s):
        self.s = s
        self.lp = pywraplp.Solver.CreateSolver("GLOP")
        self.over, self.rows = {}, []
        n, K, T = len(s.households), len(s.houses), s.nights
        self.one, self.columns, self.known = [], [], set()
        self.on_night = {}  # (i, k, t) -> [(row, factor)]
        for h in s.households:
            self.one.append(self.lp.Constraint(1, 1))
            self.one[-1].SetCoefficient(self.cost_of(self.lp.NumVar(0, 1, ""), h.unplaced), 1)
        for k in range(K):
            for t in range(T):
                beds = int(s.beds[k, t])
                if beds:
                    self.crowding(k, t, beds)
        self.escorts()

    def cost_of(self, variable, cost):
        self.lp.Objective().SetCoefficient(variable, float(cost))
        return variable

    def night_row(self, k, t, most, factors, over=0):
        row = self.lp.Constraint(-self.lp.infinity(), float(most))
        self.rows.append((row, k, t, most, factors, over))
        if over:
            row.SetCoefficient(self.over[k, t], -over)
        for i, factor in factors:
            self.on_night.setdefault((i, k, t), []).append((row, factor))
        for variable, i, legs in self.columns:
            for leg in legs:
                if leg[0] == k and leg[1] <= t < leg[2]:
                    for who, factor in factors:
                        if who == i:
                            row.SetCoefficient(variable, float(factor))
        return row

    def crowding(self, k, t, beds):
        s = self.s
        who = [(h.number, h.persons) for h in s.households if k in h.fit and h.persons <= beds]
        self.night_row(k, t, beds, who)
        self.over[k, t] = self.cost_of(self.lp.NumVar(0, self.lp.infinity(), ""), s.weight["crowding"])
        for rise, at, least in crowded(beds, 1):
            self.night_row(k, t, rise * at - least, [(i, rise * p) for i, p in who], 1)

    def escorts(self):
        """Who goes with whom on which day; where households are few, each escort knows one leg of a way at most."""
        s = self.s
        self.moving, self.free = {}, {}
        self.named = len(s.households) <= NAMED
        kinds = {}
        for h in s.households:
            kinds.setdefault(self.kind(h), h)
        self.knows = knows = {}
        for t in range(s.nights):
            free = {e: self.lp.Constraint(-self.lp.infinity(), 1) for e in range(len(s.helpers)) if s.free[e, t]}
            self.free.update({(e, t): row for e, row in free.items()})
            for kind, h in kinds.items():
                row = self.lp.Constraint(0, 0)
                for e in h.escorts:
                    if e in free:
                        cost = 0 if h.speaks(s.helpers[e]) else s.weight["escort-language"]
                        goes = self.cost_of(self.lp.NumVar(0, self.lp.infinity(), ""), cost)
                        row.SetCoefficient(goes, -1)
                        free[e].SetCoefficient(goes, 1)
                        if self.named:
                            if (kind, e) not in knows:
                                knows[kind, e] = self.lp.Constraint(-self.lp.infinity(), 1)
                            knows[kind, e].SetCoefficient(goes, 1)
                self.moving[kind, t] = row

    def kind(self, h):
        return h.number if self.named else h.kind

    def add(self, i, legs):
        if (i, legs) in self.known:
            return False
        self.known.add((i, legs))
        h = self.s.households[i]
        variable = self.cost_of(self.lp.NumVar(0, self.lp.infinity(), ""), cost_of_way(self.s, h, legs))
        self.columns.append((variable, i, legs))
        self.one[i].SetCoefficient(variable, 1)
        sums = {}
        for k, a, b in legs:
            self.moving[self.kind(h), a].SetCoefficient(variable, 1)
            for t in range(a, b):
                for row, factor in self.on_night.get((i, k, t), ()):
                    sums[row.index()] = (row, sums.get(row.index(), (row, 0))[1] + factor)
        for row, factor in sums.values():
            row.SetCoefficient(variable, float(factor))
        return True

    def solve(self):
        if self.lp.Solve() != pywraplp.Solver.OPTIMAL:
            raise SystemExit("the relaxation could not be solved")
        return self.lp.Objective().Value()

    def prices(self):
        """Of nights and of moves, by household, and of a household's one way."""
        s = self.s
        nights = np.zeros((len(s.households), len(s.houses), s.nights))
        for (i, k, t), parts in self.on_night.items():
            nights[i, k, t] = -sum(row.dual_value() * factor for row, factor in parts)
        moves = {kind: np.zeros(s.nights) for kind, _ in self.moving}
        for (kind, t), row in self.moving.items():
            moves[kind][t] = -row.dual_value()
        return Prices(
            nights, [moves[self.kind(h)] for h in s.households], [row.dual_value() for row in self.one],
            [(row[1:], -row[0].dual_value()) for row in self.rows if row[0].dual_value() < -1e-7],
            {key: -row.dual_value() for key, row in self.free.items()},
            {key: -row.dual_value() for key, row in self.knows.items()})


class Prices:
    def __init__(self, night, move, one, rows, free, knows):
        self.night, self.move, self.one = night, move, one
        self.rows, self.free, self.knows = rows, free, knows


def crowded(beds, d):
    """Lines under crowding as a function of n groups of d people: rise, from which n on, what it is there."""
    cost = [max(0, 4 * d * n - 3 * beds) for n in range(beds // d + 1)]
    lines = {(cost[n + 1] - cost[n], n, cost[n]) for n in range(len(cost) - 1) if cost[n + 1] > cost[n]}
    kept = {}
    for rise, n, least in sorted(lines):
        kept.setdefault(rise, (rise, n, least))
    return list(kept.values())


def cost_of_way(s, h, legs):
    cost = h.weight * s.weight["waiting"] * (legs[0][1] - h.ready)
    for n, (k, a, b) in enumerate(legs):
        cost += h.night[k, a:b].sum()
        if n:
            cost += s.weight["moves"] + s.weight["travel"] * s.travel[legs[n - 1][0], k]
    return cost


class Cuts:
    """Rows that every plan keeps and this relaxed one breaks."""

    def __init__(self, master):
        self.master, self.s, self.made = master, master.s, set()

    def violated(self):
        s = self.s
        x = np.zeros((len(s.households), len(s.houses), s.nights))
        for variable, i, legs in self.master.columns:
            value = variable.solution_value()
            if value > 1e-7:
                for k, a, b in legs:
                    x[i, k, a:b] += value
        self.found = []
        self.pairs(x)
        self.rounded(x)
        for row in self.found:
            self.master.night_row(*row)
        return len(self.found)

    def pairs(self, x):
        for pair in self.s.raw["apart"]:
            i, j = (self.s.number[name] for name in pair["households"])
            for k in set(self.s.households[i].fit) & set(self.s.households[j].fit):
                if pair["kind"] == "night":
                    nights = np.nonzero(x[i, k] + x[j, k] > 1 + 1e-5)[0]
                    for t in nights:
                        self.add(("night", i, j, k, t), k, t, 1, [(i, 1), (j, 1)])

    def rounded(self, x):
        s = self.s
        persons = np.array([h.persons for h in s.households])
        for k in range(len(s.houses)):
            for t in range(s.nights):
                beds = int(s.beds[k, t])
                for d in range(2, beds + 1):
                    factors = persons // d * (persons <= beds)
                    groups = factors @ x[:, k, t]
                    if groups < 1e-6:
                        continue
                    who = [(i, int(f)) for i, f in enumerate(factors) if f]
                    if groups > beds // d + 1e-4:
                        self.add(("beds", d, k, t), k, t, beds // d, who)
                    over = self.master.over[k, t].solution_value()
                    for rise, n, least in crowded(beds, d):
                        if least + rise * (groups - n) > over + 1e-3:
                            self.add(("crowding", d, n, k, t), k, t, rise * n - least,
                                         [(i, rise * f) for i, f in who], 1)

    def add(self, name, k, t, most, factors, over=0):
        if name not in self.made:
            self.made.add(name)
            self.found.append((k, t, most, factors, over))


class Relaxation:
    def __init__(self, s, deadline):
        self.s, self.deadline = s, deadline
        self.master = Master(s)
        self.cuts = Cuts(self.master)
        self.bound = -math.inf
        self.lowest = None

    def climb(self):
        """Column generation, then cuts, until neither finds anything; a Lagrangian bound on the way."""
        while time.time() < self.deadline:
            self.value = self.master.solve()
            prices = self.master.prices()
            below, columns = 0.0, []
            for h in self.s.households:
                if not h.starts or not h.fit or not h.escorts:
                    continue
                i = h.number
                ways = Ways(self.s, h, prices.night[i], prices.move[i])
                found = ways.cheapest(prices.one[i] - 1e-6)
                less = min([cost - prices.one[i] for cost, _ in found], default=0)
                below += less
                prices.one[i] += less  # so that no way costs less
                columns += [(i, legs) for _, legs in found]
            if self.value + below > self.bound:
                self.bound = self.value + below
                self.lowest = prices
            if below > -0.01 and not self.cuts.violated():
                return
            for i, legs in columns:
                self.master.add(i, legs)

    def ways_within(self, known, limit):
        """By household, each way that a plan of this cost can have, with what it costs above the bound, and having none."""
        prices, gap = self.lowest, known - self.bound + 1e-4
        all_ways, none = [], []
        for h in self.s.households:
            found, one = [], prices.one[h.number]
            if h.starts and h.fit and h.escorts:
                ways = Ways(self.s, h, prices.night[h.number], prices.move[h.number])
                found = [(legs, cost - one) for legs, cost in ways.within(one + gap, limit)]
            all_ways.append(found)
            none.append(h.unplaced - one if h.unplaced - one <= gap else None)
            if sum(map(len, all_ways)) > limit:
                return None, None
        return all_ways, none


class Choice:
    """One way a household, escorts one by one, by CP-SAT."""

    def __init__(self, s, ways, none_above):
        self.s = s
        self.m = m = cp_model.CpModel()
        self.cost, self.picked, self.above = [], [], []
        sleeps, visits, moves = {}, {}, {}
        for h in s.households:
            mine = [(m.NewBoolVar(""), legs) for legs, _ in ways[h.number]]
            self.above += [(v, above) for (v, _), (_, above) in zip(mine, ways[h.number])]
            self.picked.append(mine)
            none = None if none_above[h.number] is None else m.NewBoolVar("")
            m.AddExactlyOne([v for v, _ in mine] + ([none] if none is not None else []))
            if none is not None:
                self.cost.append((none, h.unplaced))
                self.above.append((none, none_above[h.number]))
            for v, legs in mine:
                self.cost.append((v, int(round(cost_of_way(s, h, legs)))))
                for k, a, b in legs:
                    moves.setdefault((h.number, a), []).append(v)
                    for t in range(a, b):
                        sleeps.setdefault((h.number, k, t), []).append(v)
                for k in {leg[0] for leg in legs}:
                    visits.setdefault((h.number, k), []).append(v)
        # one name for the sum of many ways keeps the rows short
        self.sleeps = {key: self.named(vs) for key, vs in sleeps.items()}
        self.visits = {key: self.named(vs) for key, vs in visits.items()}
        self.moves = {key: self.named(vs) for key, vs in moves.items()}
        self.over = {}
        self.beds()
        self.apart()
        self.escorts()

    def within(self, prices, gap):
        """What a plan costs above the bound is a sum of parts, none below 0: ways, and whatever is priced and left unused."""
        m, scale, parts = self.m, 1000, []
        for v, above in self.above:
            parts.append((v, above))
        for (k, t, most, factors, over), price in prices.rows:
            used = [(self.sleeps[i, k, t], f) for i, f in factors if (i, k, t) in self.sleeps]
            left = m.NewIntVar(0, int(gap / price), "")
            more = self.over.get((k, t))
            m.Add(left + sum(v * f for v, f in used) == most + (more * over if over and more is not None else 0))
            parts.append((left, price))
        busy = {}
        for (i, t, e), v in self.goes.items():
            busy.setdefault((e, t), []).append(v)
        for (e, t), price in prices.free.items():
            if price > 1e-7:
                left = m.NewBoolVar("")
                m.Add(left + sum(busy.get((e, t), [])) == 1)
                parts.append((left, price))
        m.Add(sum(v * int(scale * price) for v, price in parts if int(scale * price) > 0) <= math.ceil(scale * gap))

    def named(self, variables):
        if len(variables) == 1:
            return variables[0]
        name = self.m.NewBoolVar("")
        self.m.Add(sum(variables) == name)
        return name

    def beds(self):
        s, m = self.s, self.m
        for k in range(len(s.houses)):
            for t in range(s.nights):
                load = [(self.sleeps[h.number, k, t], h.persons) for h in s.households if (h.number, k, t) in self.sleeps]
                beds = int(s.beds[k, t])
                if sum(p for _, p in load) > beds:
                    m.Add(sum(v * p for v, p in load) <= beds)
                    for d in range(2, beds + 1):
                        if sum(p // d for _, p in load) > beds // d:
                            m.Add(sum(v * (p // d) for v, p in load if p // d) <= beds // d)
                if 4 * sum(p for _, p in load) > 3 * beds:
                    over = m.NewIntVar(0, beds, "")
                    m.Add(sum(v * 4 * p for v, p in load) - over <= 3 * beds)
                    step, free = 4 * (3 * beds // 4 + 1) - 3 * beds, 3 * beds // 4
                    if step < 4:
                        m.Add(sum(v * step * p for v, p in load) - over <= step * free)
                    self.cost.append((over, s.weight["crowding"]))
                    self.over[k, t] = over

    def apart(self):
        s, m = self.s, self.m
        for pair in s.raw["apart"]:
            i, j = (s.number[name] for name in pair["households"])
            for k in range(len(s.houses)):
                if pair["kind"] == "ever":
                    if (i, k) in self.visits and (j, k) in self.visits:
                        m.AddAtMostOne([self.visits[i, k], self.visits[j, k]])
                else:
                    for t in range(s.nights):
                        if (i, k, t) in self.sleeps and (j, k, t) in self.sleeps:
                            m.AddAtMostOne([self.sleeps[i, k, t], self.sleeps[j, k, t]])

    def escorts(self):
        s, m = self.s, self.m
        self.goes, days, ways = {}, {}, {}
        for (i, t), move in self.moves.items():
            h = s.households[i]
            who = []
            for e in h.escorts:
                if s.free[e, t]:
                    v = m.NewBoolVar("")
                    who.append(v)
                    self.goes[i, t, e] = v
                    days.setdefault((e, t), []).append(v)
                    ways.setdefault((e, i), []).append(v)
                    if not h.speaks(s.helpers[e]):
                        self.cost.append((v, s.weight["escort-language"]))
            m.Add(sum(who) == move)
        for group in list(days.values()) + list(ways.values()):
            if len(group) > 1:
                m.AddAtMostOne(group)

    def begin(self, chosen, escorts):
        for mine, legs in zip(self.picked, chosen):
            for v, each in mine:
                self.m.AddHint(v, each == legs)
        for (i, t, e), v in self.goes.items():
            self.m.AddHint(v, escorts.get((i, t)) == e)

    def solve(self, seconds, least, known):
        total = sum(v * c for v, c in self.cost)
        self.m.Add(total <= known)
        self.m.Add(total >= least)
        self.m.Minimize(total)
        solver = cp_model.CpSolver()
        solver.parameters.max_time_in_seconds = max(1.0, seconds)
        solver.parameters.num_workers = WORKERS  # more than cores: CP-SAT's searches differ, and some prove what others do not
        solver.parameters.linearization_level = 2
        solver.parameters.cp_model_probing_level = 0
        solver.parameters.symmetry_level = 0
        status = solver.Solve(self.m)
        found = status in (cp_model.OPTIMAL, cp_model.FEASIBLE)
        return status, (solver if found else None)

    def plan(self, solver):
        s = self.s
        chosen = [next((legs for v, legs in mine if solver.Value(v)), None) for mine in self.picked]
        escort = {(i, t): e for (i, t, e), v in self.goes.items() if solver.Value(v)}
        return chosen, escort


class Told:
    """A plan that somebody has: what need not be exceeded, and where to begin."""

    def __init__(self, s, path):
        with open(path, encoding="utf-8") as file:
            raw = json.load(file)
        self.cost = sum(raw["cost"].values())
        self.ways, self.escorts = [None] * len(s.households), {}
        houses = {each["name"]: k for k, each in enumerate(s.houses)}
        helpers = {each["name"]: e for e, each in enumerate(s.helpers)}
        for route in raw["placed"]:
            i = s.number[route["household"]]
            self.ways[i] = tuple((houses[g["house"]], s.day(g["from"]), s.day(g["until"])) for g in route["legs"])
            for g in route["legs"]:
                self.escorts[i, s.day(g["from"])] = helpers[g["escort"]]




def plan_json(s, chosen, escort):
    cost = dict.fromkeys(("unplaced", "waiting", "language", "exposure", "travel", "moves", "crowding", "escort-language"), 0)
    placed, unplaced = [], []
    load = np.zeros((len(s.houses), s.nights), int)
    for h, legs in zip(s.households, chosen):
        if legs is None:
            cost["unplaced"] += h.unplaced
            unplaced.append({"household": h.name, "reasons": [{"rule": "unplaced"}]})
            continue
        cost["waiting"] += h.weight * s.weight["waiting"] * (legs[0][1] - h.ready)
        for n, (k, a, b) in enumerate(legs):
            house = s.houses[k]
            load[k, a:b] += h.persons
            if not set(h.raw["languages"]) & set(house["languages"]):
                cost["language"] += s.weight["language"] * (b - a)
            cost["exposure"] += s.weight["exposure"] * house["exposure"] * h.raw["risk"] * (b - a)
            if n:
                cost["moves"] += s.weight["moves"]
                cost["travel"] += int(s.weight["travel"] * s.travel[legs[n - 1][0], k])
            if not h.speaks(s.helpers[escort[h.number, a]]):
                cost["escort-language"] += s.weight["escort-language"]
        placed.append({"household": h.name, "legs": [
            {"house": s.houses[k]["name"], "from": s.date(a), "until": s.date(b),
             "escort": s.helpers[escort[h.number, a]]["name"]} for k, a, b in legs]})
    cost["crowding"] = int(s.weight["crowding"] * np.maximum(0, 4 * load - 3 * s.beds).sum())
    return {"format": "lapwing/plan/v1", "first_night": s.raw["first_night"], "placed": placed, "unplaced": unplaced,
            "cost": {rule: value for rule, value in cost.items() if value}}


class Proof:
    """What is known of the optimum: a plan, and what no plan costs less than."""

    def __init__(self, s, told, deadline):
        self.s, self.deadline = s, deadline
        self.cost, self.best = told.cost, (told.ways, told.escorts)
        self.ways = 0
        self.relaxation = Relaxation(s, time.time() + (deadline - time.time()) * 0.5)
        for i, legs in enumerate(told.ways):
            if legs:
                self.relaxation.master.add(i, legs)
        self.relaxation.climb()
        self.least = math.ceil(self.relaxation.bound - 1e-4)

    def better(self):
        """A better plan out of the ways that the relaxation came upon: the smaller the gap, the fewer ways are listed."""
        ways = [[] for _ in self.s.households]
        for _, i, legs in self.relaxation.master.columns:
            ways[i].append((legs, 0))
        choice = Choice(self.s, ways, [0] * len(ways))
        choice.begin(*self.best)
        self.solved(choice, self.left() / 5, self.cost)

    def close(self):
        """Is there a plan that costs no more than a little above the bound? If not, the bound rises."""
        step = max(1, (self.cost - self.least) // 16)
        while self.least < self.cost and self.left() > 1:
            most = min(self.cost - 1, self.least + step)
            ways, none = self.relaxation.ways_within(most, MOST_WAYS)
            if ways is None:
                return
            self.ways = sum(map(len, ways))
            choice = Choice(self.s, ways, none)
            choice.within(self.relaxation.lowest, most - self.relaxation.bound)
            status = self.solved(choice, self.left(), most)
            if status == cp_model.INFEASIBLE:
                self.least = most + 1
            elif status == cp_model.OPTIMAL:
                self.least = self.cost
            else:
                return
            step *= 2

    def solved(self, choice, seconds, most):
        status, solver = choice.solve(seconds, self.least, most)
        if solver is not None and round(solver.ObjectiveValue()) <= self.cost:
            self.cost, self.best = round(solver.ObjectiveValue()), choice.plan(solver)
        return status

    def left(self):
        return self.deadline - time.time()


def main():
    start = time.time()
    s = Situation(sys.argv[1])
    proof = Proof(s, Told(s, sys.argv[4]), start + float(sys.argv[3]))
    if proof.least < proof.cost:
        proof.better()
        proof.close()
    plan = plan_json(s, *proof.best)
    if sum(plan["cost"].values()) != proof.cost:
        raise SystemExit("the plan's cost is not the one that was minimised")
    with open(sys.argv[2], "w", encoding="utf-8") as file:
        json.dump(plan, file, indent=1)
    print(json.dumps({
        "status": "optimal" if proof.least == proof.cost else "open", "objective": proof.cost, "lower": proof.least,
        "relaxation": round(float(proof.relaxation.bound), 2), "ways": proof.ways,
        "seconds": round(time.time() - start, 1)}))


main()
