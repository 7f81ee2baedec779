// SPDX-License-Identifier: Apache-2.0
package org.lapwing.casebook.release;

import java.util.ArrayList;
import java.util.Locale;
import org.lapwing.casebook.fact.CasebookException;
import org.lapwing.casebook.fact.GroupFact.BodyRecorded;
import org.lapwing.casebook.term.NameReceiver;
import org.lapwing.casebook.term.Purpose;

/**
 * The words in which consent is asked, made from the body that would be told: who receives the name stands in them,
 * always.
 */
public final class ConsentWording {
    private final Locale locale;

    public ConsentWording(Locale locale) {
        this.locale = locale;
    }

    private String in(String english, String russian) {
        return locale.getLanguage().equals("ru") ? russian : english;
    }

    /** For a purpose that names no body. */
    public String of(Purpose purpose) {
        String what = switch (purpose) {
            case RECORD -> in("We would write down and keep what you told us.", "Мы запишем и сохраним ваш рассказ.");
            case ANALYSE ->
                in(
                        "We would compare what you told us with what others told.",
                        "Мы сравним ваш рассказ с тем, что рассказали другие.");
            case COUNT ->
                in("We would count what happened, without any name.", "Мы учтём произошедшее в подсчётах, без имён.");
            case OVERLAP ->
                in(
                        "We would find out how many people other groups know too, without showing any name.",
                        "Мы узнаем, скольких людей знают и другие группы, не показывая имён.");
            case QUOTE_ANONYMOUSLY ->
                in(
                        "We would print some of your words without your name.",
                        "Мы приведём часть ваших слов без вашего имени.");
            case QUOTE_BY_NAME ->
                in(
                        "We would print your words with your name. Everybody could read it.",
                        "Мы приведём ваши слова с вашим именем. Это сможет прочесть каждый.");
            case CONTACT_AGAIN ->
                in(
                        "We would get in touch with you again, only in the way that you said is safe.",
                        "Мы свяжемся с вами снова, только тем способом, который вы назвали безопасным.");
            case SHARE, COURT -> throw new CasebookException("consent to share or for a court is worded for one body");
        };
        return what + " " + limits();
    }

    /** For sharing with one body, or for a court. */
    public String of(Purpose purpose, BodyRecorded body) {
        if (purpose != Purpose.SHARE && purpose != Purpose.COURT) {
            return of(purpose);
        }
        var sentences = new ArrayList<String>();
        sentences.add(in("We would send what you told us to: ", "Мы передадим ваш рассказ сюда: ") + body.name() + ".");
        sentences.add(nameGoes(body.nameReceiver()));
        sentences.add(
                body.publishes()
                        ? in("It may make public what it receives.", "Полученное может быть опубликовано.")
                        : in("It does not make public what it receives.", "Полученное не публикуется."));
        if (body.disclosesToDefence()) {
            sentences.add(
                    in("The accused and their lawyers may read it.", "Обвиняемые и их адвокаты могут это прочесть."));
        }
        sentences.add(limits());
        return String.join(" ", sentences);
    }

    private String nameGoes(NameReceiver receiver) {
        return switch (receiver) {
            case NOBODY -> in("Your name is not sent.", "Ваше имя не передаётся.");
            case BODY_ONLY ->
                in("Your name goes to this body and to nobody else.", "Ваше имя получит только этот орган.");
            case ACCUSED_STATE -> in("Your name goes to your government.", "Ваше имя получит ваше государство.");
            case DEFENCE ->
                in("Your name goes to the accused and their lawyers.", "Ваше имя получат обвиняемые и их адвокаты.");
            case PUBLIC -> in("Your name becomes known to everybody.", "Ваше имя узнают все.");
        };
    }

    private String limits() {
        return in(
                "What was sent cannot be called back. You may say no, and you may change your mind later: help does not"
                        + " depend on it.",
                "Отправленное нельзя вернуть. Вы можете отказаться и позже передумать: помощь от этого не зависит.");
    }
}
