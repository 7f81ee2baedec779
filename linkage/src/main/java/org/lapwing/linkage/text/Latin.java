// SPDX-License-Identifier: Apache-2.0
package org.lapwing.linkage.text;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Any spelling in lower-case Latin letters without marks: Cyrillic, Greek, Georgian, Armenian, Arabic and Hebrew letters by
 * the table of docs/formats/name-key.md, Latin letters without their diacritics. Letters of other scripts stay as they are.
 * Immutable and safe between threads.
 */
public final class Latin {

    private static final String CYRILLIC =
            "а a б b в v г g д d е e ё e ж zh з z и i й y к k л l м m н n о o п p р r с s т t у u"
                    + " ф f х kh ц ts ч ch ш sh щ shch ъ  ы y ь  э e ю yu я ya і i ї yi є ye ґ g ў u ј j љ lj њ nj ћ c ђ dj џ dz"
                    + " ѓ g ќ k ѕ z ә a ғ g қ k ң n ө o ұ u ү u һ h җ j ҳ h ҷ j ӣ i ӯ u ӏ ";
    private static final String GREEK =
            "α a β v γ g δ d ε e ζ z η i θ th ι i κ k λ l μ m ν n ξ x ο o π p ρ r σ s ς s τ t υ y φ f χ kh ψ ps ω o";
    private static final String GEORGIAN =
            "ა a ბ b გ g დ d ე e ვ v ზ z თ t ი i კ k ლ l მ m ნ n ო o პ p ჟ zh რ r ს s ტ t უ u"
                    + " ფ p ქ k ღ gh ყ q შ sh ჩ ch ც ts ძ dz წ ts ჭ ch ხ kh ჯ j ჰ h";
    private static final String ARMENIAN =
            "ա a բ b գ g դ d ե e զ z է e ը e թ t ժ zh ի i լ l խ kh ծ ts կ k հ h ձ dz ղ gh ճ ch"
                    + " մ m յ y ն n շ sh ո o չ ch պ p ջ j ռ r ս s վ v տ t ր r ց ts ւ u փ p ք k օ o ֆ f և ev";
    private static final String ARABIC =
            "ا a أ a إ i آ a ب b ت t ث th ج j ح h خ kh د d ذ dh ر r ز z س s ش sh ص s ض d ط t ظ z"
                    + " ع a غ gh ف f ق q ك k ل l م m ن n ه h و u ي i ى a ة a ء  ئ  ؤ u پ p چ ch ژ zh گ g ک k ی i";
    private static final String HEBREW =
            "א a ב b ג g ד d ה h ו v ז z ח h ט t י i כ k ך k ל l מ m ם m נ n ן n ס s ע a פ p ף p"
                    + " צ ts ץ ts ק k ר r ש sh ת t";
    private static final String MARKED = "ß ss ø o ł l đ d ð d þ th æ ae œ oe ı i ħ h ŋ n ə a ʻ  ʼ  ’  ' ";
    private static final Map<Character, String> TABLE = table();

    private Latin() {}

    private static Map<Character, String> table() {
        Map<Character, String> table = new HashMap<>();
        for (String script : new String[] {CYRILLIC, GREEK, GEORGIAN, ARMENIAN, ARABIC, HEBREW, MARKED}) {
            String[] parts = script.split(" ", -1);
            for (int i = 0; i + 1 < parts.length; i += 2) {
                table.put(parts[i].charAt(0), parts[i + 1]);
            }
        }
        return Map.copyOf(table);
    }

    /** Words of letters and digits with one space between them; everything else separates words, apostrophes vanish. */
    public static String of(String text) {
        if (isPlain(text)) {
            return text;
        }
        String lower = Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        StringBuilder out = new StringBuilder(lower.length() + 8);
        for (int i = 0; i < lower.length(); i++) {
            char c = lower.charAt(i);
            String mapped = c < 128 && c != '\'' ? null : TABLE.get(c);
            if (mapped != null) {
                out.append(mapped);
            } else if (c < 128) {
                letter(c, out);
            } else {
                String bare = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFKD);
                for (int k = 0; k < bare.length(); k++) {
                    char part = bare.charAt(k);
                    if (Character.getType(part) != Character.NON_SPACING_MARK) {
                        String again = TABLE.get(part);
                        if (again != null) {
                            out.append(again);
                        } else {
                            letter(part, out);
                        }
                    } else if (!isLatinMark(part)) {
                        out.append(part);
                    }
                }
            }
        }
        int end = out.length();
        return end > 0 && out.charAt(end - 1) == ' ' ? out.substring(0, end - 1) : out.toString();
    }

    /** Vowel signs of Indic and South-East Asian scripts are letters in all but category. */
    private static boolean isLatinMark(char mark) {
        return mark < 0x0900 || mark >= 0x1AB0;
    }

    private static void letter(char c, StringBuilder out) {
        if (Character.isLetterOrDigit(c) || Character.getType(c) == Character.COMBINING_SPACING_MARK) {
            out.append(c);
        } else if (!out.isEmpty() && out.charAt(out.length() - 1) != ' ') {
            out.append(' ');
        }
    }

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c < 'a' || c > 'z') && (c < '0' || c > '9')) {
                return false;
            }
        }
        return true;
    }
}
