// SPDX-License-Identifier: Apache-2.0
package org.lapwing.pages;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What pages say, by key, in each {@link Tongue}. A message may hold {@code {name}} for an argument, and
 * {@code {n|one account|few|many accounts}} for a count: three forms in Russian (1, 2 to 4, 5 and more), two in English
 * (one, other).
 */
public final class Messages {
    private static final Pattern PLACE = Pattern.compile("\\{([a-zA-Z]+)((?:\\|[^|{}]*)*)\\}");

    private final Map<Tongue, Map<String, String>> byTongue;

    private final List<String> repeated;

    private Messages(Map<Tongue, Map<String, String>> byTongue, List<String> repeated) {
        this.byTongue = byTongue;
        this.repeated = repeated;
    }

    /** Reads {@code NAME_en.properties} and its sisters, UTF-8, from beside a class. */
    public static Messages load(Class<?> beside, String name) {
        var byTongue = new EnumMap<Tongue, Map<String, String>>(Tongue.class);
        var repeated = new ArrayList<String>();
        for (Tongue tongue : Tongue.values()) {
            String file = name + "_" + tongue.tag() + ".properties";
            try (InputStream in = beside.getResourceAsStream(file)) {
                if (in == null) {
                    throw new IllegalStateException("messages are missing: " + file);
                }
                var texts = new HashMap<String, String>();
                read(in).forEach(line -> {
                    if (texts.put(line.getKey(), line.getValue()) != null) {
                        repeated.add(tongue.tag() + ": " + line.getKey() + " is there twice");
                    }
                });
                byTongue.put(tongue, Map.copyOf(texts));
            } catch (IOException e) {
                throw new IllegalStateException("messages cannot be read: " + file, e);
            }
        }
        return new Messages(byTongue, List.copyOf(repeated));
    }

    /** Every line of the file in its order; a {@link Properties} alone would keep only the last of two with one key. */
    private static List<Map.Entry<String, String>> read(InputStream in) throws IOException {
        var lines = new ArrayList<Map.Entry<String, String>>();
        var properties = new Properties() {
            @Override
            public synchronized @Nullable Object put(Object key, Object value) {
                lines.add(Map.entry((String) key, (String) value));
                return super.put(key, value);
            }
        };
        properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        return lines;
    }

    /**
     * What is wrong with the files, a sentence each, empty when nothing is: a key in one language only or twice in one,
     * arguments that differ, a plural without the forms of its language, braces that are no place, an empty message.
     * Each door has a test that this is empty.
     */
    public List<String> faults() {
        var faults = new TreeSet<String>(repeated);
        var all = new TreeSet<String>();
        byTongue.values().forEach(texts -> all.addAll(texts.keySet()));
        for (Tongue tongue : Tongue.values()) {
            for (String key : all) {
                String text = texts(tongue).get(key);
                if (text == null) {
                    faults.add(tongue.tag() + ": " + key + " is missing");
                } else {
                    faultsOf(tongue, key, text).forEach(fault -> faults.add(tongue.tag() + ": " + key + " " + fault));
                }
            }
        }
        return List.copyOf(faults);
    }

    private List<String> faultsOf(Tongue tongue, String key, String text) {
        var faults = new ArrayList<String>();
        if (text.isBlank()) {
            faults.add("is empty");
        }
        if (PLACE.matcher(text).replaceAll("").chars().anyMatch(c -> c == '{' || c == '}')) {
            faults.add("has a brace that is no place for an argument");
        }
        if (texts(Tongue.EN).containsKey(key) && !arguments(tongue, key).equals(arguments(Tongue.EN, key))) {
            faults.add("takes other arguments than in English");
        }
        Matcher place = PLACE.matcher(text);
        while (place.find()) {
            long forms = place.group(2).chars().filter(c -> c == '|').count();
            if (forms != 0 && forms != forms(tongue)) {
                faults.add("has " + forms + " forms of a plural; its language takes " + forms(tongue));
            }
        }
        return faults;
    }

    private static int forms(Tongue tongue) {
        return switch (tongue) {
            case EN -> 2;
            case RU -> 3;
        };
    }

    public Set<String> keys(Tongue tongue) {
        return new TreeSet<>(texts(tongue).keySet());
    }

    /** The names of the arguments that a message takes: both languages must take the same. */
    public Set<String> arguments(Tongue tongue, String key) {
        var names = new TreeSet<String>();
        Matcher place = PLACE.matcher(text(tongue, key));
        while (place.find()) {
            names.add(place.group(1));
        }
        return names;
    }

    public boolean has(String key) {
        return texts(Tongue.EN).containsKey(key);
    }

    /** @param arguments name, value, name, value ... */
    public String say(Tongue tongue, String key, Object... arguments) {
        var values = new HashMap<String, Object>();
        for (int i = 0; i + 1 < arguments.length; i += 2) {
            values.put(String.valueOf(arguments[i]), arguments[i + 1]);
        }
        Matcher place = PLACE.matcher(text(tongue, key));
        var out = new StringBuilder();
        while (place.find()) {
            Object value = values.get(place.group(1));
            if (value == null) {
                throw new IllegalArgumentException("message " + key + " lacks its " + place.group(1));
            }
            String forms = place.group(2);
            String said = forms.isEmpty() ? String.valueOf(value) : counted(tongue, value, forms);
            place.appendReplacement(out, Matcher.quoteReplacement(said));
        }
        return place.appendTail(out).toString();
    }

    private Map<String, String> texts(Tongue tongue) {
        return Objects.requireNonNull(byTongue.get(tongue));
    }

    private String text(Tongue tongue, String key) {
        String text = texts(tongue).get(key);
        if (text == null) {
            throw new IllegalArgumentException("there is no message " + key + " in " + tongue.tag());
        }
        return text;
    }

    /** Unicode CLDR plural rules for whole numbers in English and Russian. */
    private static String counted(Tongue tongue, Object value, String bar) {
        List<String> forms = List.of(bar.substring(1).split("\\|", -1));
        long n = Math.abs(((Number) value).longValue());
        int form = switch (tongue) {
            case EN -> n == 1 ? 0 : 1;
            case RU ->
                n % 10 == 1 && n % 100 != 11 ? 0 : n % 10 >= 2 && n % 10 <= 4 && (n % 100 < 12 || n % 100 > 14) ? 1 : 2;
        };
        return n + " " + forms.get(Math.min(form, forms.size() - 1));
    }
}
