// SPDX-License-Identifier: Apache-2.0
package org.lapwing.estimate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What may be said over all methods. It refuses where a number would be a guess. Otherwise it is the interval of latent
 * classes, which covered in the most of the simulated worlds of docs/benchmarks.md, widened to the point of every other
 * method that adapts to dependence (graphs, stepwise, log-linear by BIC) and disagrees. Widened, it is a range over methods
 * and claims no level. It never is narrower than latent classes' interval, so that neither of two exceptions can make it hold
 * the truth less often than they do:
 *
 * <ul>
 *   <li>A model that the counts themselves reject, by a deviance that a true one has once in a hundred times: what it says
 *       follows from an assumption that was tested and failed. It is named, with the rest. Not to be rejected proves nothing,
 *       and with few people little is ever rejected: then methods widen as they did. With very many people every simple model
 *       is rejected: then the headline is latent classes' alone, whose own assumption nothing here tests.
 *   <li>A method whose own interval holds the median of latent classes: it is not precise enough to disagree. Two methods
 *       disagree where neither's point lies in the other's interval.
 * </ul>
 */
public final class Headline {
    static final Said NOBODY = new Said("nobody is on these lists", "в этих списках никого нет");
    private static final double EDGE = 0.01;
    private static final int FEW = 3;
    /** Models whose deviance is less likely than this are rejected: a true one, once in a hundred times. */
    private static final double REJECTED = 0.01;

    private final CaptureTable table;
    private final List<String> doubtful;

    /** @param doubtful lists that copy or feed another, or whose origin nobody documented: they do not count */
    public Headline(CaptureTable table, List<String> doubtful) {
        this.table = table;
        this.doubtful = doubtful;
    }

    static Estimate refused(CaptureTable table, Said because) {
        return new Estimate(Method.HEADLINE, Map.of(), new Answer.Refused(because), table.observed(), 0, Map.of());
    }

    /** @param all what the other methods said of the same table */
    public Estimate of(List<Estimate> all) {
        Optional<Said> obstacle = listsObstacle().or(() -> methodsObstacle(all));
        if (obstacle.isPresent()) {
            return refused(table, obstacle.get());
        }
        Answer.Interval base =
                find(all, Method.LCMCR).flatMap(Estimate::interval).orElseThrow();
        Map<String, Double> points = new LinkedHashMap<>();
        answering(all)
                .filter(each -> !isRejected(each))
                .filter(each -> !isVague(each, base))
                .forEach(other -> points.put(
                        other.method().word(), other.interval().orElseThrow().estimate()));
        List<String> rejected = answering(all)
                .filter(Headline::isRejected)
                .map(each -> each.method().word())
                .toList();
        List<String> vague = answering(all)
                .filter(each -> !isRejected(each) && isVague(each, base))
                .map(each -> each.method().word())
                .toList();
        return widened(base, points, table.observed())
                .telling("rejected_by_counts", rejected)
                .telling("too_vague_to_disagree", vague);
    }

    /** The base until it holds every point; no level is claimed once it had to be widened. */
    static Estimate widened(Answer.Interval base, Map<String, Double> points, long observed) {
        double lower = base.lower();
        double upper = base.upper();
        List<String> outside = new ArrayList<>();
        for (Map.Entry<String, Double> point : points.entrySet()) {
            if (!base.holds(point.getValue())) {
                outside.add(point.getKey());
            }
            lower = Math.min(lower, point.getValue());
            upper = Math.max(upper, point.getValue());
        }
        Map<String, Object> diagnostics = new LinkedHashMap<>();
        diagnostics.put("points", points);
        diagnostics.put("widened_for", outside);
        diagnostics.put("disagreement", (upper - lower) / base.width() - 1);
        double level = outside.isEmpty() ? base.level() : 0;
        double[] draws = outside.isEmpty() ? base.draws() : new double[0];
        return new Estimate(
                Method.HEADLINE,
                Map.of("kind", outside.isEmpty() ? "interval" : "range over methods"),
                new Answer.Interval(base.estimate(), lower, upper, level, draws),
                observed,
                0,
                diagnostics);
    }

    private Optional<Said> listsObstacle() {
        long sound =
                table.lists().stream().filter(list -> !doubtful.contains(list)).count();
        if (sound < FEW) {
            return Optional.of(new Said(
                            "fewer than three lists have a documented origin of their own (%d)",
                            "меньше трёх списков имеют собственное документированное происхождение (%d)")
                    .with(sound));
        }
        if (!table.isolated().isEmpty()) {
            String names = String.join(", ", table.isolated());
            return Optional.of(new Said(
                            "a list shares nobody with any other: %s",
                            "список не имеет общих людей ни с одним другим: %s")
                    .with(names));
        }
        if (table.onExactly(1) == table.observed()) {
            return Optional.of(new Said("no two lists share anybody", "никакие два списка не имеют общих людей"));
        }
        return Optional.empty();
    }

    private Optional<Said> methodsObstacle(List<Estimate> all) {
        for (Method needed : List.of(Method.LCMCR, Method.DGA, Method.SPARSE)) {
            Optional<Estimate> found = find(all, needed);
            if (found.isEmpty()) {
                return Optional.of(new Said("%s was not computed", "метод %s не посчитан").with(needed.word()));
            }
            if (found.get().answer() instanceof Answer.Refused(Said because)) {
                return Optional.of(
                        new Said(needed.word() + ": " + because.english(), needed.word() + ": " + because.russian()));
            }
        }
        Object edge = find(all, Method.DGA)
                .map(each -> each.diagnostics().get("tail_mass"))
                .orElse(0.0);
        if (edge instanceof Double mass && mass > EDGE) {
            return Optional.of(new Said(
                    "the posterior over graphs leans on the edge of its grid",
                    "апостериорное распределение по графам упирается в край сетки"));
        }
        return Optional.empty();
    }

    private static Optional<Estimate> find(List<Estimate> all, Method method) {
        return all.stream().filter(each -> each.method() == method).findFirst();
    }

    /** The first variant of each method that lets the table choose its dependence, where it has an interval. */
    private static Stream<Estimate> answering(List<Estimate> all) {
        return Stream.of(Method.DGA, Method.SPARSE, Method.LOGLINEAR)
                .flatMap(method -> find(all, method).stream())
                .filter(each -> each.interval().isPresent());
    }

    /** Its point is outside, but it would not be surprised by the base's. */
    private static boolean isVague(Estimate other, Answer.Interval base) {
        return other.interval()
                .filter(each -> !base.holds(each.estimate()) && each.holds(base.estimate()))
                .isPresent();
    }

    private static boolean isRejected(Estimate estimate) {
        return estimate.diagnostics().get("fit_p") instanceof Double chance && chance < REJECTED;
    }

    /** The sentence that stands first. */
    public static Said sentence(Estimate headline) {
        String n = Long.toString(headline.observed());
        return switch (headline.answer()) {
            case Answer.Refused(Said because) ->
                new Said(
                        "We documented " + n + " people. Others may be missing from these lists; how many is not "
                                + "estimable, because " + because.english() + ".",
                        "Документально известны " + n
                                + " человек. Других в этих списках может не быть; сколько их, оценить " + "нельзя: "
                                + because.russian() + ".");
            case Answer.Interval range -> {
                String from = rounded(range.lower(), false);
                String to = rounded(range.upper(), true);
                yield range.level() > 0
                        ? new Said(
                                "We documented " + n
                                        + " people. If a few groups were each listed independently, there are " + from
                                        + " to " + to + " in all. If some could reach no list, more.",
                                "Документально известны " + n
                                        + " человек. Если в каждой из немногих групп люди попадали в "
                                        + "списки независимо, всего их от " + from + " до " + to
                                        + ". Если кто-то не мог попасть ни в один список, больше.")
                        : new Said(
                                "We documented " + n + " people. The methods disagree: they range from " + from + " to "
                                        + to
                                        + " in all, and no level of confidence is claimed for that. If some could reach no "
                                        + "list, more.",
                                "Документально известны " + n + " человек. Методы расходятся: всего от " + from + " до "
                                        + to
                                        + ", и никакой уровень доверия за этим не стоит. Если кто-то не мог попасть ни в один "
                                        + "список, больше.");
            }
        };
    }

    /** Three significant digits, outwards: more would be a claim of precision, inwards a claim of certainty. */
    static String rounded(double value, boolean upwards) {
        double unit = Math.pow(10, Math.max(0, Math.floor(Math.log10(Math.max(value, 1))) - 2));
        return Long.toString((long) ((upwards ? Math.ceil(value / unit) : Math.floor(value / unit)) * unit));
    }
}
