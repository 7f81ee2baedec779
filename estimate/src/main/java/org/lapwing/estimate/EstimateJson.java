// SPDX-License-Identifier: Apache-2.0
package org.lapwing.estimate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The JSON of docs/formats/estimate.md. Numbers have at most ten significant digits; the same estimates give the same bytes. */
public final class EstimateJson {
    private final boolean timed;

    /** @param timed whether seconds are told; they are null where bytes are to repeat */
    public EstimateJson(boolean timed) {
        this.timed = timed;
    }

    public String of(List<Estimate> estimates) {
        StringBuilder out = new StringBuilder("[");
        for (int i = 0; i < estimates.size(); i++) {
            out.append(i == 0 ? "\n" : ",\n");
            write(fields(estimates.get(i)), out);
        }
        return out.append("\n]\n").toString();
    }

    private Map<String, @Nullable Object> fields(Estimate estimate) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("method", estimate.method().word());
        fields.put("settings", estimate.settings());
        Answer.@Nullable Interval interval = estimate.interval().orElse(null);
        fields.put("estimate", interval == null ? null : interval.estimate());
        fields.put("lower", interval == null ? null : interval.lower());
        fields.put("upper", interval == null ? null : interval.upper());
        fields.put("level", interval == null || interval.level() == 0 ? null : interval.level());
        fields.put("observed", estimate.observed());
        fields.put("seconds", timed ? estimate.seconds() : null);
        fields.put("diagnostics", estimate.diagnostics());
        fields.put("refused", estimate.answer() instanceof Answer.Refused(Said because) ? because.english() : null);
        return fields;
    }

    private static void write(@Nullable Object value, StringBuilder out) {
        switch (value) {
            case null -> out.append("null");
            case Map<?, ?> map -> {
                String before = "{";
                for (Map.Entry<?, ?> entry : map.entrySet()) {
                    out.append(before)
                            .append(quoted(String.valueOf(entry.getKey())))
                            .append(": ");
                    write(entry.getValue(), out);
                    before = ", ";
                }
                out.append(map.isEmpty() ? "{}" : "}");
            }
            case List<?> list -> {
                String before = "[";
                for (Object each : list) {
                    out.append(before);
                    write(each, out);
                    before = ", ";
                }
                out.append(list.isEmpty() ? "[]" : "]");
            }
            case Number number -> out.append(written(number.doubleValue()));
            default -> out.append(quoted(value.toString()));
        }
    }

    private static String written(double value) {
        if (!Double.isFinite(value)) {
            return "null";
        }
        if (value == Math.rint(value) && Math.abs(value) < 1e15) {
            return Long.toString((long) value);
        }
        String plain = String.format(Locale.ROOT, "%.10g", value);
        return plain.contains("e") ? plain : plain.replaceAll("0+$", "").replaceAll("\\.$", "");
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (c < 0x20) {
                quoted.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }
}
