// SPDX-License-Identifier: Apache-2.0
package org.lapwing.evacuation;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Each rule that a plan is held to, by name, with its sentence in both languages. A hard rule is never broken; the medium
 * one and the soft ones cost their weight, which a group can set.
 */
public enum Rule {
    KNOWN_HOUSEHOLD(
            Level.HARD, 0, "A plan names only households of the situation.", "В плане только семьи из этой ситуации."),
    KNOWN_HOUSE(Level.HARD, 0, "A plan names only houses of the situation.", "В плане только дома из этой ситуации."),
    KNOWN_HELPER(
            Level.HARD, 0, "A plan names only helpers of the situation.", "В плане только помощники из этой ситуации."),
    ONCE(Level.HARD, 0, "Each household stands in the plan once.", "Каждая семья стоит в плане один раз."),
    ACCOUNTED(
            Level.HARD,
            0,
            "Each household is placed, or named as not placed; nobody is passed over in silence.",
            "Каждая семья размещена или названа неразмещённой; никого нельзя молча пропустить."),
    UNPLACED_REASONS(
            Level.HARD,
            0,
            "Whoever is not placed is named with the reasons.",
            "Если семья не размещена, названы причины."),
    NIGHTS_IN_ORDER(
            Level.HARD,
            0,
            "A leg ends after it begins, within the nights that are planned.",
            "Отрезок пути кончается позже, чем начинается, и лежит внутри планируемых ночей."),
    NO_NIGHT_OUTSIDE(
            Level.HARD,
            0,
            "Legs follow one another without a night in between and without overlap.",
            "Отрезки следуют друг за другом без пропущенных ночей и без наложения."),
    NOT_IN_THE_PAST(
            Level.HARD, 0, "Nothing new begins before today.", "Ничто новое не начинается раньше сегодняшнего дня."),
    READY(Level.HARD, 0, "Nobody is moved before they are ready.", "Никого не перевозят раньше, чем они готовы."),
    DEADLINE(
            Level.HARD,
            0,
            "The first night is no later than the danger allows.",
            "Первая ночь не позже, чем допускает опасность."),
    LONG_ENOUGH(
            Level.HARD,
            0,
            "There is a bed for every night until they can go on.",
            "Место есть на каждую ночь, пока нельзя ехать дальше."),
    BEDS(
            Level.HARD,
            0,
            "No house holds more people than it has beds that night.",
            "В доме не больше людей, чем мест в эту ночь."),
    CLOSED(Level.HARD, 0, "Nobody sleeps in a closed house.", "Никто не ночует в закрытом доме."),
    MOST_NIGHTS(
            Level.HARD,
            0,
            "Nobody stays in one house longer than its limit.",
            "Никто не живёт в одном доме дольше его предела."),
    ANOTHER_HOUSE(Level.HARD, 0, "The next leg leads to another house.", "Следующий отрезок ведёт в другой дом."),
    APART_AT_NIGHT(
            Level.HARD,
            0,
            "These two households never share a house on one night.",
            "Эти две семьи не ночуют в одном доме в одну ночь."),
    APART_EVER(
            Level.HARD,
            0,
            "These two households never learn the same address.",
            "Эти две семьи никогда не узнают одного и того же адреса."),
    ADMITS(
            Level.HARD,
            0,
            "A house for women, or for men, takes nobody else as an adult.",
            "Дом для женщин или для мужчин не принимает других взрослых."),
    CHILDREN(
            Level.HARD,
            0,
            "A house that cannot take children takes none.",
            "Дом, который не может принять детей, их не принимает."),
    STEP_FREE(
            Level.HARD,
            0,
            "Who needs a house without steps has one.",
            "Кому нужен дом без ступеней, тот его получает."),
    MEDICAL(
            Level.HARD,
            0,
            "The house has what the household needs for its health.",
            "В доме есть то, что нужно семье для здоровья."),
    REGION(
            Level.HARD,
            0,
            "Nobody is taken to a region that is dangerous for them.",
            "Никого не везут в край, опасный для них."),
    FIRST_PLACE_FIRST(
            Level.HARD,
            0,
            "Until it is cleared, a household sleeps only in a first place.",
            "Пока проверка не окончена, семья ночует только в первом приюте."),
    FIRST_PLACE_ALONE(Level.HARD, 0, "A household in a first place is alone there.", "В первом приюте семья одна."),
    FIRST_PLACE_KEPT(
            Level.HARD,
            0,
            "A first place is used for nothing else.",
            "Первый приют не используется ни для чего другого."),
    MINORS_PATH(
            Level.HARD,
            0,
            "With somebody under 18 or of unknown age: a child-protection lead, a legal opinion, two deciders.",
            "Если кому-то нет 18 или возраст неизвестен: ответственный за защиту детей, заключение юриста, двое решающих."),
    PINNED(Level.HARD, 0, "What was fixed stays as it was fixed.", "Закреплённое остаётся как закреплено."),
    DOCUMENTS(
            Level.HARD,
            0,
            "Nobody leaves before the documents for it are there.",
            "Никто не выезжает, пока нет нужных документов."),
    EXIT_WINDOW(
            Level.HARD, 0, "Whoever leaves does so while the way out is open.", "Выезд происходит, пока путь открыт."),
    ESCORTED(Level.HARD, 0, "Every move has an escort.", "У каждого переезда есть сопровождающий."),
    ESCORT_DUTY(
            Level.HARD,
            0,
            "Only helpers with the duty of an escort accompany.",
            "Сопровождают только помощники с этой обязанностью."),
    ESCORT_FREE(
            Level.HARD,
            0,
            "An escort goes only on days when they are free.",
            "Сопровождающий едет только в свободные дни."),
    ESCORT_ONE_MOVE(Level.HARD, 0, "An escort makes one move a day.", "Сопровождающий делает один переезд в день."),
    ESCORT_GENDER(
            Level.HARD,
            0,
            "Where a household asked for a woman or a man as escort, it is so.",
            "Если семья просила женщину или мужчину в сопровождение, так и есть."),
    NEED_TO_KNOW(
            Level.HARD,
            0,
            "One escort knows at most one leg of a household's way.",
            "Один сопровождающий знает не больше одного отрезка пути семьи."),
    COST_AS_STATED(
            Level.HARD,
            0,
            "The cost in the plan is the one that the rules give.",
            "Цена в плане та, что следует из правил."),
    UNPLACED(
            Level.MEDIUM,
            1000,
            "Everybody has a place; each person without one weighs by urgency.",
            "Место есть у каждого; человек без места весит по срочности."),
    WAITING(
            Level.SOFT,
            1,
            "Nobody waits; each day weighs by urgency and people.",
            "Никто не ждёт; день весит по срочности и числу людей."),
    LANGUAGE(Level.SOFT, 2, "Somebody in the house speaks their language.", "Кто-то в доме говорит на их языке."),
    EXPOSURE(
            Level.SOFT,
            1,
            "Those in most danger sleep in the least visible houses.",
            "Кто в наибольшей опасности, ночует в самых незаметных домах."),
    TRAVEL(Level.SOFT, 2, "Ways between houses are short.", "Пути между домами коротки."),
    MOVES(Level.SOFT, 10, "Few moves.", "Переездов мало."),
    CROWDING(
            Level.SOFT,
            1,
            "Houses are filled to three quarters at most.",
            "Дома заполнены не больше чем на три четверти."),
    ESCORT_LANGUAGE(Level.SOFT, 3, "Escort and household share a language.", "У сопровождающего и семьи общий язык."),
    STABILITY(
            Level.SOFT,
            2000,
            "What was told to people stays so; each person whose way changes weighs.",
            "Сказанное людям остаётся в силе; каждый человек, чей путь меняется, весит.");

    /** How binding a rule is. */
    public enum Level {
        HARD,
        MEDIUM,
        SOFT
    }

    private final Level level;
    private final int weight;
    private final String english;
    private final String russian;

    Rule(Level level, int weight, String english, String russian) {
        this.level = level;
        this.weight = weight;
        this.english = english;
        this.russian = russian;
    }

    public Level level() {
        return level;
    }

    /** What one unit costs where the group sets nothing else; 0 for a hard rule. */
    public int defaultWeight() {
        return weight;
    }

    /** The rule in one sentence; Russian for {@code ru}, English for everything else. */
    public String sentence(Locale language) {
        return language.getLanguage().equals("ru") ? russian : english;
    }

    /** The name in files: {@code apart-at-night}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Rule> of(String key) {
        return Arrays.stream(values()).filter(each -> each.key().equals(key)).findFirst();
    }
}
