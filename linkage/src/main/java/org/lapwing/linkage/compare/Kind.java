// SPDX-License-Identifier: Apache-2.0
package org.lapwing.linkage.compare;

/** What a column holds. */
public enum Kind {
    PERSON_NAME("a person's whole name", Sharing.INDIVIDUAL),
    GIVEN_NAME("given name", Sharing.INDIVIDUAL),
    PATRONYMIC("patronymic", Sharing.HOUSEHOLD),
    FAMILY_NAME("family name", Sharing.HOUSEHOLD),
    BIRTH_DATE("date of birth", Sharing.INDIVIDUAL),
    EVENT_DATE("date of what happened", Sharing.HOUSEHOLD),
    AGE("age in years", Sharing.INDIVIDUAL),
    NUMBER("an amount", Sharing.INDIVIDUAL),
    PLACE("place", Sharing.HOUSEHOLD),
    SHARED_CODE("postcode or house number", Sharing.HOUSEHOLD),
    CODE("number of a document", Sharing.INDIVIDUAL),
    CATEGORY("one of a few values", Sharing.EITHER),
    SET("several values", Sharing.INDIVIDUAL),
    TEXT("words", Sharing.HOUSEHOLD);

    /** Whether members of one family have it in common. */
    public enum Sharing {
        INDIVIDUAL,
        HOUSEHOLD,
        EITHER
    }

    /** The level of a given name that stands in the column of family names, and the reverse. */
    public static final int SWAPPED = 5;

    private final String words;
    private final Sharing sharing;

    Kind(String words, Sharing sharing) {
        this.words = words;
        this.sharing = sharing;
    }

    public String words() {
        return words;
    }

    public Sharing sharing() {
        return sharing;
    }

    /** Whether two strangers who happen to be namesakes have it in common. */
    public boolean isPartOfName() {
        return this == GIVEN_NAME || this == PATRONYMIC || this == FAMILY_NAME || this == CATEGORY;
    }

    /** A new one, for one thread. */
    public Comparison<?> comparison() {
        return switch (this) {
            case PERSON_NAME -> new PersonNameComparison();
            case GIVEN_NAME, PATRONYMIC, FAMILY_NAME -> new WordComparison();
            case BIRTH_DATE, EVENT_DATE -> new DateComparison();
            case AGE, NUMBER -> new NumberComparison();
            case PLACE -> new PlaceComparison();
            case SHARED_CODE, CODE -> new CodeComparison();
            case CATEGORY -> new CategoryComparison();
            case SET -> new SetComparison();
            case TEXT -> new TextComparison();
        };
    }
}
