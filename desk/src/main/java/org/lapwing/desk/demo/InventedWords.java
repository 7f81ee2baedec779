// SPDX-License-Identifier: Apache-2.0
package org.lapwing.desk.demo;

import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;

/** Words of Morvel for a large world: names made of syllables, and sentences put together by chance. Nobody in them exists. */
final class InventedWords {
    private static final List<String> SYLLABLES = List.of(
            "ба", "ве", "гу", "до", "жи", "за", "ке", "ло", "ма", "ну", "по", "ри", "са", "ту", "хе", "чо", "шу", "бра",
            "гре", "дри", "кло", "пра", "сту", "тре", "вы", "ня", "лю", "мо", "ри", "зе");
    private static final List<String> ENDINGS = List.of("н", "р", "к", "л", "т", "м", "й");
    private static final String CYRILLIC = "абвгдежзийклмнопрстухчшыюя";
    private static final List<String> LATIN = List.of(
            "a", "b", "v", "g", "d", "e", "zh", "z", "i", "y", "k", "l", "m", "n", "o", "p", "r", "s", "t", "u", "kh",
            "ch", "sh", "y", "yu", "ya");

    /** Of each sentence {@code #} is a person, {@code @} a place, {@code *} a thing, {@code +} an hour. */
    private static final List<String> RUSSIAN = List.of(
            "В тот вечер # вышел за хлебом и до дома не дошёл",
            "Серая машина без номеров стояла у ворот с утра",
            "Двое в чёрном спросили меня по имени и показали на дверь",
            "Нас держали в подвале в месте, которое все называют @",
            "Там пахло известью, и через стену было слышно *",
            "Ночью приводили новых, я считал шаги по коридору",
            "У меня забрали телефон, документы и *",
            "Мне сказали подписать бумагу, я не видел, что в ней",
            "# сидел у самой двери и просил воды",
            "На третий день пришёл человек, которого слушались остальные",
            "Он говорил тихо и всё время держал в руках *",
            "Меня били по спине, потом долго никого не было",
            "Около + выключили свет, и стало слышно машины на дороге к месту @",
            "Мать ходила туда каждую неделю, ей отвечали, что такого нет",
            "За # просили деньги, родные продали корову и *",
            "Одного увели и больше не вернули, его место заняли до утра",
            "Когда отпустили, велели молчать и никуда не ездить",
            "Я узнал двор по высокой трубе и по тому, как лает собака",
            "Врач посмотрел на руки и ничего не записал",
            "Следователь сказал, что заявления не было, и вернул его",
            "Сосед видел из окна, как нас сажали в машину около +",
            "Об этом мне рассказал тот, кто был там раньше меня",
            "Потом я узнал от людей, что # держали в другом месте, тоже за @",
            "Я помню решётку, зелёную краску и *");

    private static final List<String> ENGLISH = List.of(
            "That evening # went out for bread and never came home",
            "A grey car without plates had been standing by the gate since morning",
            "Two men in black asked for me by name and pointed at the door",
            "We were kept in the basement of what everybody calls @",
            "It smelled of lime, and through the wall one could hear *",
            "New ones were brought at night, I counted steps in the corridor",
            "They took my telephone, my papers and *",
            "I was told to sign a paper and did not see what it said",
            "# sat nearest to the door and asked for water",
            "On the third day a man came whom the others obeyed",
            "He spoke quietly and kept in his hands *",
            "I was beaten on the back, then for a long time nobody came",
            "At about + the light went out and we heard cars on the road to @",
            "My mother went there every week and was told there was no such person",
            "For # they asked money, the family sold a cow and *",
            "One was led away and not brought back, his place was taken by morning",
            "When they let me go they told me to keep silent and to stay at home",
            "I knew the yard again by its tall chimney and by the dog",
            "The doctor looked at my hands and wrote nothing down",
            "The officer said that there had been no complaint and gave it back",
            "A neighbour saw from the window how we were put into a car at about +",
            "I was told of it by somebody who had been there before me",
            "Later I learned that # had been held in another place, beyond @ too",
            "I remember the grating, the green paint and *");

    private static final List<String> RUSSIAN_THINGS = List.of(
            "радио",
            "молоток",
            "ведро",
            "ключи",
            "чётки",
            "верёвку",
            "лампу",
            "тетрадь",
            "куртку",
            "кольцо",
            "мешок",
            "провод",
            "табурет",
            "кружку",
            "часы",
            "деньги",
            "лопату",
            "фонарь",
            "канистру",
            "одеяло");

    private static final List<String> ENGLISH_THINGS = List.of(
            "a radio",
            "a hammer",
            "a bucket",
            "the keys",
            "a rosary",
            "a rope",
            "a lamp",
            "a notebook",
            "a jacket",
            "a ring",
            "a sack",
            "a wire",
            "a stool",
            "a mug",
            "a watch",
            "money",
            "a spade",
            "a torch",
            "a canister",
            "a blanket");

    private InventedWords() {}

    /** A name of two or three syllables, with a capital. */
    static String name(RandomGenerator random) {
        StringBuilder name = new StringBuilder();
        for (int i = 2 + random.nextInt(2); i > 0; i--) {
            name.append(SYLLABLES.get(random.nextInt(SYLLABLES.size())));
        }
        return capital(name.append(ENDINGS.get(random.nextInt(ENDINGS.size()))).toString());
    }

    static String familyName(RandomGenerator random) {
        return name(random) + (random.nextInt(3) == 0 ? "ин" : "ов");
    }

    static String latin(String cyrillic) {
        StringBuilder latin = new StringBuilder();
        for (char letter : cyrillic.toLowerCase(Locale.ROOT).toCharArray()) {
            int at = CYRILLIC.indexOf(letter);
            latin.append(at < 0 ? String.valueOf(letter) : LATIN.get(at));
        }
        return capital(latin.toString());
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    static String sentence(String language, RandomGenerator random) {
        List<String> all = language.equals("ru") ? RUSSIAN : ENGLISH;
        return all.get(random.nextInt(all.size()));
    }

    static String thing(String language, RandomGenerator random) {
        List<String> all = language.equals("ru") ? RUSSIAN_THINGS : ENGLISH_THINGS;
        return all.get(random.nextInt(all.size()));
    }
}
