// SPDX-License-Identifier: Apache-2.0
package org.lapwing.linkage.lists;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.lapwing.linkage.compare.Kind;
import org.lapwing.linkage.text.Latin;

/** What the name of a column says, in English and Russian. */
final class ColumnWords {

    /** Searched in order; the first that fits wins. */
    private static final Map<Pattern, Kind> KINDS = kinds();

    private static final Set<String> IDS = Set.of(
            "id",
            "rec id",
            "record id",
            "recid",
            "uid",
            "unique id",
            "case id",
            "key",
            "record",
            "row id",
            "no",
            "nr",
            "nomer",
            "nomer zapisi",
            "id zapisi",
            "n",
            "kod zapisi");

    private ColumnWords() {}

    private static Map<Pattern, Kind> kinds() {
        Map<Pattern, Kind> kinds = new LinkedHashMap<>();
        put(
                kinds,
                "(date of |data )?(birth|dob|rozhdeniya)( date| day)?|birth ?date|date birth|dob|born|bday|d r",
                Kind.BIRTH_DATE);
        put(kinds, "by|bm|bd|(birth )(year|month|day)|(year|month|day) of birth|yob|god rozhdeniya", Kind.BIRTH_DATE);
        put(
                kinds,
                "(given|first|christian)( ?names?)?( c?\\d)?|f ?name( c?\\d)?|forenames?|imya|vorname",
                Kind.GIVEN_NAME);
        put(kinds, "(sur|last|family|fam)( ?names?)?( c?\\d)?|l ?name( c?\\d)?|familiya|family", Kind.FAMILY_NAME);
        put(kinds, "patronym(ic)?|middle( ?names?)?|otchestvo|father( s?)?( name)?|imya ottsa", Kind.PATRONYMIC);
        put(
                kinds,
                "(full|person|victim|complete)?( ?s)? ?names?( of (the )?(person|victim))?|fio|f i o|imya i familiya|polnoe imya",
                Kind.PERSON_NAME);
        put(kinds, "age( .*)?|vozrast", Kind.AGE);
        put(kinds, "sex|gender|pol", Kind.CATEGORY);
        put(kinds, "(date|day|data|when)( .*)?|.* (date|data)|data .*", Kind.EVENT_DATE);
        put(
                kinds,
                ".*(soc sec|ssn|passport|phone|tel|snils|inn|document|email|e mail|nino|telefon|pasport).*",
                Kind.CODE);
        put(kinds, ".*(post ?code|zip|plz|indeks|street n(umber|o)|house( n(umber|o))?|dom)", Kind.SHARED_CODE);
        put(
                kinds,
                ".*(place|city|town|village|suburb|district|region|location|where|mesto|gorod|selo|rayon|municipality"
                        + "|province|birth ?place|residence).*",
                Kind.PLACE);
        put(kinds, ".*(address|street|adres|ulitsa|occupation|profession|job|employer|rabota).*", Kind.TEXT);
        put(kinds, "state|county|country|nationality|strana", Kind.CATEGORY);
        put(kinds, "alias(es)?|nicknames?|languages|prozvishche", Kind.SET);
        return kinds;
    }

    private static void put(Map<Pattern, Kind> kinds, String words, Kind kind) {
        kinds.put(Pattern.compile(words), kind);
    }

    static String plain(String column) {
        return Latin.of(column.replace('_', ' ').replaceAll("(\\p{Ll})(\\p{Lu})", "$1 $2"))
                .replaceAll(" +", " ")
                .strip();
    }

    static Optional<Kind> kind(String column) {
        String plain = plain(column);
        return KINDS.entrySet().stream()
                .filter(each -> each.getKey().matcher(plain).matches())
                .map(Map.Entry::getValue)
                .findFirst();
    }

    static boolean isId(String column) {
        return IDS.contains(plain(column));
    }

    /** Where a part of a date goes: 1 year, 2 month, 3 day, 0 if the column is no part. */
    static int partOfDate(String column) {
        String plain = plain(column);
        if (plain.matches("by|yob|.*\\b(year|god)\\b.*")) {
            return 1;
        }
        return plain.matches("bm|.*\\bmonth\\b.*") ? 2 : plain.matches("bd|.*\\bday\\b of.*|birth day") ? 3 : 0;
    }
}
