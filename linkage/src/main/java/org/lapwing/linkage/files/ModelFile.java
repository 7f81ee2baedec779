// SPDX-License-Identifier: Apache-2.0
package org.lapwing.linkage.files;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.lapwing.linkage.LinkageException;
import org.lapwing.linkage.block.Key;
import org.lapwing.linkage.compare.Kind;
import org.lapwing.linkage.lists.Field;
import org.lapwing.linkage.lists.FieldPlan;
import org.lapwing.linkage.lists.Layout;
import org.lapwing.linkage.lists.Records;
import org.lapwing.linkage.model.FieldModel;
import org.lapwing.linkage.model.Model;

/** {@code model.yaml}: a model as text, read back to the same bits. It holds names of columns and numbers, no cell. */
public final class ModelFile {

    private ModelFile() {}

    public static String text(Model model, Records records) {
        StringBuilder out = new StringBuilder("# A model of `lapwing link`. It holds no cell of any list.\n");
        out.append("version: ").append(Model.VERSION).append('\n');
        out.append("id_columns: ").append(words(model.layout().idColumns())).append('\n');
        out.append("match_share: ").append(model.matchShare()).append('\n');
        out.append("kin_share: ").append(model.kinShare()).append('\n');
        out.append("namesake_share: ").append(model.namesakeShare()).append('\n');
        out.append("lost_by_keys: ").append(model.loss()).append('\n');
        out.append("fields:\n");
        for (FieldModel field : model.fields()) {
            out.append("  - name: ").append(Yaml.quoted(field.plan().name())).append('\n');
            line(out, "kind", field.plan().kind().name().toLowerCase(Locale.ROOT));
            line(out, "columns", words(field.plan().columns()));
            line(out, "joiner", Yaml.quoted(field.plan().joiner()));
            line(out, "levels", words(Field.comparison(field.plan().kind()).levels()));
            line(out, "m", Arrays.toString(field.m()));
            line(out, "u", Arrays.toString(field.u()));
            line(out, "kin", Arrays.toString(field.kin()));
            line(out, "namesakes", Arrays.toString(field.namesakes()));
        }
        out.append("keys:\n");
        for (Key key : model.keys()) {
            out.append("  - parts: ")
                    .append(key.parts().stream()
                            .map(part -> part.field() + " " + part.which())
                            .collect(Collectors.joining(", ", "[", "]")))
                    .append(" # ")
                    .append(key.words(records))
                    .append('\n');
        }
        if (!model.ownM().isEmpty()) {
            out.append("pairs_of_lists:\n");
        }
        new TreeMap<>(model.ownM()).forEach((pair, m) -> {
            out.append("  - lists: ").append(Yaml.quoted(pair)).append('\n');
            for (int f = 0; f < m.length; f++) {
                line(out, "m" + f, Arrays.toString(m[f]));
            }
        });
        return out.toString();
    }

    private static void line(StringBuilder out, String name, String value) {
        out.append("    ").append(name).append(": ").append(value).append('\n');
    }

    private static String words(List<String> words) {
        return words.stream().map(Yaml::quoted).collect(Collectors.joining(", ", "[", "]"));
    }

    /** Refuses another version, unknown kinds, and shares that are none, naming the file. */
    public static Model read(String text, String file) {
        String uncommented = text.replaceAll("(?m)(\\]) #.*$", "$1");
        Map<String, Object> all = Yaml.read(uncommented, file);
        if (!String.valueOf(all.get("version")).equals(Integer.toString(Model.VERSION))) {
            throw refused(file, "version", "it is of another version", "version " + Model.VERSION);
        }
        List<FieldModel> fields = new ArrayList<>();
        for (Map<String, Object> each : maps(all, "fields", file)) {
            fields.add(field(each, file));
        }
        List<Key> keys = new ArrayList<>();
        for (Map<String, Object> each : maps(all, "keys", file)) {
            List<Key.Part> parts = new ArrayList<>();
            for (String part : strings(each, "parts", file)) {
                String[] numbers = part.split(" ");
                parts.add(part(numbers, fields, file));
            }
            keys.add(new Key(parts));
        }
        Map<String, double[][]> own = new TreeMap<>();
        for (Map<String, Object> each : all.containsKey("pairs_of_lists")
                ? maps(all, "pairs_of_lists", file)
                : List.<Map<String, Object>>of()) {
            double[][] m = new double[fields.size()][];
            for (int f = 0; f < m.length; f++) {
                m[f] = shares(each, "m" + f, fields.get(f).m().length, file);
            }
            own.put(string(each, "lists", file), m);
        }
        Layout layout = new Layout(
                strings(all, "id_columns", file),
                fields.stream().map(FieldModel::plan).toList(),
                List.of());
        return new Model(
                layout,
                fields,
                number(all, "kin_share", file),
                number(all, "namesake_share", file),
                number(all, "match_share", file),
                keys,
                number(all, "lost_by_keys", file),
                own);
    }

    private static Key.Part part(String[] numbers, List<FieldModel> fields, String file) {
        try {
            int field = Integer.parseInt(numbers[0]);
            int which = Integer.parseInt(numbers[1]);
            int most = Field.comparison(fields.get(field).plan().kind()).keys().size();
            if (which >= 0 && which < most) {
                return new Key.Part(field, which);
            }
        } catch (NumberFormatException | IndexOutOfBoundsException e) {
            throw refused(file, "parts", "it names no field and key", "the number of a field and of one of its keys");
        }
        throw refused(file, "parts", "the field has no such key", "the number of a field and of one of its keys");
    }

    private static FieldModel field(Map<String, Object> map, String file) {
        Kind kind;
        try {
            kind = Kind.valueOf(string(map, "kind", file).toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            String known =
                    Arrays.toString(Kind.values()).toLowerCase(Locale.ROOT).replaceAll("[\\[\\]]", "");
            throw refused(file, "kind", "there is no such kind of column", known);
        }
        int levels = Field.comparison(kind).levels().size();
        FieldPlan plan = new FieldPlan(
                string(map, "name", file), kind, strings(map, "columns", file), string(map, "joiner", file));
        return new FieldModel(
                plan,
                shares(map, "m", levels, file),
                shares(map, "u", levels, file),
                shares(map, "kin", levels, file),
                shares(map, "namesakes", levels, file));
    }

    private static double[] shares(Map<String, Object> map, String name, int count, String file) {
        List<String> texts = strings(map, name, file);
        double[] shares = new double[texts.size()];
        for (int i = 0; i < shares.length; i++) {
            shares[i] = number(texts.get(i), name, file);
            if (!(shares[i] > 0 && shares[i] <= 1)) {
                throw refused(file, name, "a share is not above 0 and at most 1", "one share a level");
            }
        }
        if (shares.length != count) {
            throw refused(file, name, "there are " + shares.length + " shares", count + " shares, one a level");
        }
        return shares;
    }

    private static double number(Map<String, Object> map, String name, String file) {
        return number(string(map, name, file), name, file);
    }

    private static double number(String text, String name, String file) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw refused(file, name, "it is not a number", "a number");
        }
    }

    private static String string(Map<String, Object> map, String name, String file) {
        if (map.get(name) instanceof String text) {
            return text;
        }
        throw refused(file, name, "it is missing", "a value");
    }

    private static List<String> strings(Map<String, Object> map, String name, String file) {
        if (map.get(name) instanceof List<?> items) {
            return items.stream().map(String::valueOf).toList();
        }
        throw refused(file, name, "it is missing", "a list in brackets");
    }

    @SuppressWarnings("unchecked") // items of Yaml are maps
    private static List<Map<String, Object>> maps(Map<String, Object> map, String name, String file) {
        if (map.get(name) instanceof List<?> items && items.stream().allMatch(item -> item instanceof Map)) {
            return items.stream().map(item -> (Map<String, Object>) item).toList();
        }
        throw refused(file, name, "it is missing", "a list of maps");
    }

    private static LinkageException refused(String file, String name, String problem, String accepted) {
        return new LinkageException(file + ", \"" + name + "\": " + problem + "; accepted: " + accepted);
    }
}
