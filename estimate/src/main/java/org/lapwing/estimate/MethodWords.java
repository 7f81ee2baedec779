// SPDX-License-Identifier: Apache-2.0
package org.lapwing.estimate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How a report for people calls methods and their variants; the JSON's words stand in brackets where they differ. */
final class MethodWords {
    private MethodWords() {}

    static Said of(Method method) {
        return switch (method) {
            case CHAPMAN -> new Said("pair of lists (chapman)", "пара списков (chapman)");
            case CHAO -> new Said("lower bound (chao)", "нижняя граница (chao)");
            case INDEPENDENCE -> new Said("independent lists", "независимые списки");
            case LOGLINEAR -> new Said("log-linear models", "логлинейные модели");
            case HETEROGENEITY -> new Said("people who differ", "неодинаковые люди");
            case SPARSE -> new Said("pairs by steps (sparse)", "пары по шагам (sparse)");
            case DGA -> new Said("all graphs (dga)", "все графы (dga)");
            case LCMCR -> new Said("latent classes (lcmcr)", "латентные классы (lcmcr)");
            case HEADLINE -> new Said("headline", "вывод");
        };
    }

    /** The method, and what tells this variant from the others. */
    static Said of(Estimate estimate) {
        Said method = of(estimate.method());
        Map<String, String> settings = estimate.settings();
        List<String> english = new ArrayList<>();
        List<String> russian = new ArrayList<>();
        for (String name : List.of("pair", "factor", "model", "selection", "interval", "kind")) {
            String value = settings.get(name);
            if (value != null && !(name.equals("interval") && isPlain(estimate.method()))) {
                english.add(english(name, value));
                russian.add(russian(name, value));
            }
        }
        String stratum = settings.getOrDefault("stratum", "");
        String first = stratum.isEmpty() ? "" : stratum + ": ";
        String last = stratum.equals("sum") ? "сумма: " : first;
        return new Said(
                first + String.join(", ", joined(method.english(), english)),
                last + String.join(", ", joined(method.russian(), russian)));
    }

    /** Methods with one kind of interval in a variant: naming it would tell nothing. */
    private static boolean isPlain(Method method) {
        return method != Method.INDEPENDENCE && method != Method.SPARSE && method != Method.CHAPMAN;
    }

    private static List<String> joined(String first, List<String> others) {
        List<String> all = new ArrayList<>(List.of(first));
        all.addAll(others);
        return all;
    }

    private static String english(String name, String value) {
        return switch (value) {
            case "BIC", "AIC" -> "by " + value;
            case "(t-1)/t" -> "for few lists";
            case "1" -> name.equals("factor") ? "for many lists" : value;
            case "wald" -> "Wald";
            case "bca" -> "bootstrap";
            case "lognormal" -> "log-normal";
            default -> value;
        };
    }

    private static String russian(String name, String value) {
        return switch (value) {
            case "BIC", "AIC" -> "по " + value;
            case "averaged by BIC" -> "усреднение по BIC";
            case "(t-1)/t" -> "для немногих списков";
            case "1" -> name.equals("factor") ? "для многих списков" : value;
            case "wald" -> "Вальд";
            case "bca" -> "бутстреп";
            case "lognormal" -> "логнормальный";
            case "interval" -> "интервал";
            case "range over methods" -> "размах по методам";
            default -> value;
        };
    }
}
