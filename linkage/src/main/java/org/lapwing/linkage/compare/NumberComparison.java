// SPDX-License-Identifier: Apache-2.0
package org.lapwing.linkage.compare;

import java.util.List;
import java.util.Optional;

/** Ages and other amounts. */
final class NumberComparison implements Comparison<Double> {

    @Override
    public Optional<Double> read(String cell) {
        String text = cell.strip().replace(',', '.').replaceAll("^[~≈]|^(about|около|примерно) ", "");
        try {
            double value = Double.parseDouble(text);
            return Double.isFinite(value) ? Optional.of(value) : Optional.empty();
        } catch (NumberFormatException notANumber) {
            return Optional.empty();
        }
    }

    @Override
    public boolean isCheap() {
        return true;
    }

    @Override
    public List<String> levels() {
        return List.of("differs", "within 12 in a hundred", "within 5 in a hundred, or 1", "the same");
    }

    @Override
    public int level(Double a, Double b) {
        double apart = Math.abs(a - b);
        double larger = Math.max(Math.abs(a), Math.abs(b));
        if (apart == 0) {
            return 4;
        }
        return apart <= Math.max(1, 0.05 * larger) ? 3 : apart <= 0.12 * larger ? 2 : 1;
    }

    @Override
    public String term(Double value) {
        return value.toString();
    }

    @Override
    public boolean sharesTerm(int level) {
        return level == 4;
    }

    @Override
    public List<String> keys() {
        return List.of("value");
    }

    @Override
    public String key(int which, Double value) {
        return value.toString();
    }
}
