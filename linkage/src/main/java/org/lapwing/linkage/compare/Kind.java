package org.lapwing.linkage.compare;

import java.util.function.Supplier;

/** What a column holds. */
public enum Kind {
    PERSON_NAME("a person's whole name", Sharing.INDIVIDUAL, PersonNameComparison::new),
    GIVEN_NAME("given name", Sharing.INDIVIDUAL, WordComparison::new),
    PATRONYMIC("patronymic", Sharing.HOUSEHOLD, WordComparison::new),
    FAMILY_NAME("family name", Sharing.HOUSEHOLD, WordComparison::new),
    BIRTH_DATE("date of birth", Sharing.INDIVIDUAL, DateComparison::new),
    EVENT_DATE("date of what happened", Sharing.HOUSEHOLD, DateComparison::new),
    AGE("age in years", Sharing.INDIVIDUAL, NumberComparison::new),
    NUMBER("an amount", Sharing.INDIVIDUAL, NumberComparison::new),
    PLACE("place", Sharing.HOUSEHOLD, PlaceComparison::new),
    SHARED_CODE("postcode or house number", Sharing.HOUSEHOLD, CodeComparison::new),
    CODE("number of a document", Sharing.INDIVIDUAL, CodeComparison::new),
    CATEGORY("one of a few values", Sharing.EITHER, CategoryComparison::new),
    SET("several values", Sharing.INDIVIDUAL, SetComparison::new),
    TEXT("words", Sharing.HOUSEHOLD, TextComparison::new);

    /** Whether members of one family have it in common. */
    public enum Sharing {
        INDIVIDUAL,
        HOUSEHOLD,
        EITHER
    }

    private final String words;
    private final Sharing sharing;
    private final Supplier<Comparison<?>> comparison;

    Kind(String words, Sharing sharing, Supplier<Comparison<?>> comparison) {
        this.words = words;
        this.sharing = sharing;
        this.comparison = comparison;
    }

    public String words() {
        return words;
    }

    public Sharing sharing() {
        return sharing;
    }

    /** A new one, for one thread. */
    public Comparison<?> comparison() {
        return comparison.get();
    }
}
