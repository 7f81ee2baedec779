// SPDX-License-Identifier: Apache-2.0
package org.lapwing.evacuation;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * People who stay together, by code name.
 *
 * @param name never a person's own
 * @param pins legs that are fixed, in order of nights
 * @param earlier the legs that they were told before this planning, in order; empty if nothing was
 * @param decision who decided that this household is not placed now, and why
 */
public record Household(
        String name,
        People people,
        Timing timing,
        Needs needs,
        Vetting vetting,
        Optional<MinorsPath> minorsPath,
        Papers papers,
        List<Pin> pins,
        List<Pin> earlier,
        Optional<Decision> decision) {

    public Household {
        pins = List.copyOf(pins);
        earlier = List.copyOf(earlier);
    }

    public int persons() {
        return people.count();
    }

    /** @param minors under 18, or of unknown age */
    public record People(int women, int men, int others, int minors) {
        public int count() {
            return women + men + others + minors;
        }
    }

    /**
     * @param ready first night that they can come
     * @param latest last night on which the first leg may begin
     * @param stay nights until they can go on
     * @param urgency 1 to 9
     * @param risk 0 to 3: how hard they are looked for
     */
    public record Timing(int ready, int latest, Days stay, int urgency, int risk) {}

    /** @param escortGender {@code woman} or {@code man}; empty if it does not matter */
    public record Needs(
            Set<String> languages,
            Set<String> medical,
            boolean stepFree,
            Set<String> forbiddenRegions,
            Optional<String> escortGender) {
        public Needs {
            languages = Set.copyOf(languages);
            medical = Set.copyOf(medical);
            forbiddenRegions = Set.copyOf(forbiddenRegions);
        }
    }

    /** @param clears first night for which clearing is expected; empty if unknown or already cleared */
    public record Vetting(boolean cleared, Optional<Integer> clears) {
        public static final Vetting CLEARED = new Vetting(true, Optional.empty());

        /** Whether the household counts as cleared on that night. */
        public boolean clearedOn(int night) {
            return cleared || (clears.isPresent() && clears.get() <= night);
        }
    }

    /** The separate path of minors: who leads it, that a legal opinion is there, who decided. */
    public record MinorsPath(String lead, String opinion, List<String> deciders) {
        public MinorsPath {
            deciders = List.copyOf(deciders);
        }

        public boolean whole() {
            return !lead.isBlank()
                    && !opinion.isBlank()
                    && deciders.stream()
                                    .filter(each -> !each.isBlank())
                                    .distinct()
                                    .count()
                            >= 2;
        }
    }

    /** What they hold, what they wait for, and the way out that needs it. */
    public record Papers(Set<String> held, List<Awaited> awaited, Optional<Pathway> pathway) {
        public static final Papers NONE = new Papers(Set.of(), List.of(), Optional.empty());

        public Papers {
            held = Set.copyOf(held);
            awaited = List.copyOf(awaited);
        }
    }

    /** @param days from night 0 */
    public record Awaited(String document, Days days) {}

    /**
     * A way out.
     *
     * @param opens first day on which it can be gone
     * @param closes last such day
     * @param accompanied whether an escort goes to the border
     */
    public record Pathway(String name, Set<String> requires, int opens, int closes, boolean accompanied) {
        public Pathway {
            requires = Set.copyOf(requires);
        }
    }

    /**
     * A leg that is fixed.
     *
     * @param open it lasts at least until {@code nights.until()} and may last longer: people are in that house now
     */
    public record Pin(String house, Nights nights, boolean open, Optional<String> escort) {}

    public record Decision(String by, String why) {}
}
