// SPDX-License-Identifier: Apache-2.0
/**
 * Charts as accessible SVG, each with a table twin, and the shell of a report that is read with scripts off.
 *
 * <p>A chart is a record of numbers and words ({@link org.lapwing.figures.IntervalForest},
 * {@link org.lapwing.figures.DensityCurve}, {@link org.lapwing.figures.Histogram}, {@link org.lapwing.figures.UpSet},
 * {@link org.lapwing.figures.Bars}, {@link org.lapwing.figures.Traces}, {@link org.lapwing.figures.Waterfall},
 * {@link org.lapwing.figures.NightGrid}); {@code draw()} makes a {@link org.lapwing.figures.Figure}: the picture, its
 * title, the sentence that it shows, and the same numbers as a {@link org.lapwing.figures.DataTable}.
 * {@link org.lapwing.figures.Report} puts figures, tables, headings and paragraphs into one HTML file.
 *
 * <p>Promised: the same input gives the same bytes; every text is escaped; no script, no external resource, no style
 * attribute; meaning is never colour alone. Refused: interaction, data that is not finite (an
 * {@link IllegalArgumentException} names the figure). Everything here is an immutable value, except
 * {@link org.lapwing.figures.Report}, which one thread fills.
 */
@NullMarked
package org.lapwing.figures;

import org.jspecify.annotations.NullMarked;
