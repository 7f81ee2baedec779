// SPDX-License-Identifier: Apache-2.0
package org.lapwing.linkage.report;

import java.util.Map;
import org.lapwing.figures.Language;

/** Kinds of columns and levels in the reader's language; the English is the key. */
final class Words {

    private static final Map<String, String> RUSSIAN = Map.ofEntries(
            Map.entry("a person's whole name", "полное имя человека"),
            Map.entry("given name", "имя"),
            Map.entry("patronymic", "отчество"),
            Map.entry("family name", "фамилия"),
            Map.entry("date of birth", "дата рождения"),
            Map.entry("date of what happened", "дата события"),
            Map.entry("age in years", "возраст"),
            Map.entry("an amount", "количество"),
            Map.entry("place", "место"),
            Map.entry("postcode or house number", "индекс или номер дома"),
            Map.entry("number of a document", "номер документа"),
            Map.entry("one of a few values", "одно из немногих значений"),
            Map.entry("several values", "несколько значений"),
            Map.entry("words", "слова"),
            Map.entry("differs", "различается"),
            Map.entry("somewhat alike", "отчасти похоже"),
            Map.entry("alike in spelling", "похожее написание"),
            Map.entry("initial, nickname or part", "инициал, краткая форма или часть"),
            Map.entry("one or two letters apart", "разница в одну-две буквы"),
            Map.entry("the same name, spelled or romanised otherwise", "то же имя в другом написании"),
            Map.entry("given and family name swapped", "имя и фамилия переставлены"),
            Map.entry("the same", "совпадает"),
            Map.entry("one word in common", "одно общее слово"),
            Map.entry("two words in common, another contradicts", "два общих слова, третье противоречит"),
            Map.entry("alike in spelling, or a part is missing", "похожее написание или нет части"),
            Map.entry("every word alike or a form of the other", "каждое слово похоже или форма того же имени"),
            Map.entry("the same words", "те же слова"),
            Map.entry("about a year apart", "разница около года"),
            Map.entry("two of day, month and year agree", "совпадают два из трёх: день, месяц, год"),
            Map.entry("one date lies within the other", "одна дата лежит внутри другой"),
            Map.entry(
                    "one digit apart, or day and month swapped", "разница в одну цифру, или день и месяц переставлены"),
            Map.entry("within 12 in a hundred", "в пределах 12 процентов"),
            Map.entry("within 5 in a hundred, or 1", "в пределах 5 процентов или единицы"),
            Map.entry("two characters apart", "разница в два знака"),
            Map.entry("one character apart, or two swapped", "разница в один знак, или два переставлены"),
            Map.entry("the same, spelled otherwise", "то же в другом написании"),
            Map.entry("the same district, or within 50 km", "тот же район, или до 50 км"),
            Map.entry("alike in spelling, or within 10 km", "похожее написание, или до 10 км"),
            Map.entry("one lies within the other, or within 2 km", "одно внутри другого, или до 2 км"),
            Map.entry("nothing in common", "ничего общего"),
            Map.entry("something in common", "что-то общее"),
            Map.entry("half in common or more", "общего половина или больше"),
            Map.entry("value", "значение"),
            Map.entry("code", "весь номер"),
            Map.entry("first half", "первая половина"),
            Map.entry("last half", "вторая половина"),
            Map.entry("day", "день"),
            Map.entry("year and month", "год и месяц"),
            Map.entry("day and month in either order", "день и месяц в любом порядке"),
            Map.entry("year", "год"),
            Map.entry("words in any order", "слова в любом порядке"),
            Map.entry("two sounds in any order", "звучание двух слов в любом порядке"),
            Map.entry("first of its sounds", "звучание первого слова"),
            Map.entry("last of its sounds", "звучание последнего слова"),
            Map.entry("name", "название"),
            Map.entry("first four letters", "первые четыре буквы"),
            Map.entry("all", "всё"),
            Map.entry("first", "первое"),
            Map.entry("spelling", "написание"),
            Map.entry("first five letters", "первые пять букв"),
            Map.entry("sound", "звучание"),
            Map.entry("first three sounds", "первые три звука"),
            Map.entry("first letter", "первая буква"),
            Map.entry("it is empty", "пуст"),
            Map.entry("all its cells hold one value", "во всех ячейках одно значение"),
            Map.entry("it holds long texts", "в нём длинные тексты"),
            Map.entry("more than 12 fields are not compared", "больше 12 полей не сравнивается"));

    private Words() {}

    static String in(Language language, String english) {
        return language.of(english, RUSSIAN.getOrDefault(english, english));
    }
}
