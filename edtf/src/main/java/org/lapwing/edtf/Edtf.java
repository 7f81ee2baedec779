// SPDX-License-Identifier: Apache-2.0
package org.lapwing.edtf;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;

/**
 * A date or an interval of ISO 8601-2 level 1.
 *
 * <p>A value stands for a happening of one or more days within its bounds. The three-valued comparisons answer YES or NO
 * only when every such placing agrees; with a doubted date ({@code ?}) they answer MAYBE. See the package for what
 * approximate dates, seasons and intervals mean.
 */
public sealed interface Edtf permits EdtfDate, EdtfInterval {

    /**
     * By earliest day (without one first), then by latest day (without one last), then by text. Total, and consistent
     * with equals.
     */
    Comparator<Edtf> CHRONOLOGICAL = Comparator.<Edtf, LocalDate>comparing(
                    e -> e.span().first())
            .thenComparing(e -> e.span().last())
            .thenComparing(Edtf::toString);

    /** Reads the format strictly. Throws {@link EdtfException} with the position and what is accepted. */
    static Edtf parse(String text) {
        return Grammar.read(text);
    }

    /** As {@link #parse}, with the refusal as a value. */
    static Reading tryParse(String text) {
        try {
            return new Reading.Read(Grammar.read(text));
        } catch (EdtfException e) {
            return e.refused();
        }
    }

    /** The first day on which it may have begun, widened if approximate; empty when open or unknown. */
    default Optional<LocalDate> earliest() {
        LocalDate first = span().first();
        return first.equals(LocalDate.MIN) ? Optional.empty() : Optional.of(first);
    }

    /** The last day on which it may have ended, widened if approximate; empty when open or unknown. */
    default Optional<LocalDate> latest() {
        LocalDate last = span().last();
        return last.equals(LocalDate.MAX) ? Optional.empty() : Optional.of(last);
    }

    /** Whether any part carries {@code ?} or {@code %}. */
    boolean doubted();

    /** The same without marks of doubt and approximation: for filters, never for conclusions. */
    Edtf stated();

    /**
     * No finer than {@code precision}: a day becomes its month, a month its year. The bounds of the result always enclose
     * those of this value, so nothing true becomes false; marks stay. A value already as coarse is returned unchanged.
     */
    Edtf coarsen(Precision precision);

    /** Whether this was over before {@code other} began. */
    default Answer before(Edtf other) {
        if (doubted() || other.doubted()) {
            return Answer.MAYBE;
        }
        if (span().last().isBefore(other.span().first())) {
            return Answer.YES;
        }
        // Even the earliest placing of this does not precede the latest placing of the other.
        return span().first().isBefore(other.span().last()) ? Answer.MAYBE : Answer.NO;
    }

    /** Whether the two happenings shared a day. YES is rare: both must be the same known day. */
    default Answer overlaps(Edtf other) {
        if (doubted() || other.doubted()) {
            return Answer.MAYBE;
        }
        if (span().isApartFrom(other.span())) {
            return Answer.NO;
        }
        return span().isOneDay() && span().equals(other.span()) ? Answer.YES : Answer.MAYBE;
    }

    /**
     * Whether {@code other} happened wholly within this, taken as a period: March 2017 contains 12 March 2017. An "about"
     * on this side does not stretch what it surely contains; a start or end that is unknown surely contains nothing.
     */
    default Answer contains(Edtf other) {
        if (doubted() || other.doubted()) {
            return Answer.MAYBE;
        }
        if (span().isApartFrom(other.span())) {
            return Answer.NO;
        }
        return sureSpan().filter(sure -> sure.encloses(other.span())).isPresent() ? Answer.YES : Answer.MAYBE;
    }

    /** Whether this lies in {@code period} on every reading. */
    default boolean certainlyWithin(Edtf period) {
        return period.contains(this) == Answer.YES;
    }

    /** The bounds, widened. Not for callers outside the room, which use {@link #earliest} and {@link #latest}. */
    private Span span() {
        return switch (this) {
            case EdtfDate date -> date.widened();
            case EdtfInterval interval -> interval.widened();
        };
    }

    private Optional<Span> sureSpan() {
        return switch (this) {
            case EdtfDate date -> Optional.of(date.asStated());
            case EdtfInterval interval -> interval.sure();
        };
    }
}
