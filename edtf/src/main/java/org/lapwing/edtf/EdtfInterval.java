// SPDX-License-Identifier: Apache-2.0
package org.lapwing.edtf;

import java.time.LocalDate;
import java.util.Optional;

/** From one date to another, either of which may be open or unknown. It never ends before it starts. */
public record EdtfInterval(Limit start, Limit end) implements Edtf {

    /** Where an interval starts or ends. */
    public sealed interface Limit {
        record At(EdtfDate date) implements Limit {
            @Override
            public String toString() {
                return date.toString();
            }
        }

        /** {@code ..}: no limit on this side; of an end, "still going on". */
        record Open() implements Limit {
            @Override
            public String toString() {
                return "..";
            }
        }

        /** Nothing written: there is a limit, and nobody has said which. */
        record Unknown() implements Limit {
            @Override
            public String toString() {
                return "";
            }
        }
    }

    public EdtfInterval {
        if (!(start instanceof Limit.At) && !(end instanceof Limit.At)) {
            throw new IllegalArgumentException("an interval needs a date on one side at least");
        }
        if (start instanceof Limit.At(EdtfDate from)
                && end instanceof Limit.At(EdtfDate to)
                && to.asStated().last().isBefore(from.asStated().first())) {
            throw new IllegalArgumentException("an interval must not end before it starts");
        }
    }

    public static EdtfInterval between(EdtfDate start, EdtfDate end) {
        return new EdtfInterval(new Limit.At(start), new Limit.At(end));
    }

    @Override
    public boolean doubted() {
        return (start instanceof Limit.At(EdtfDate from) && from.doubted())
                || (end instanceof Limit.At(EdtfDate to) && to.doubted());
    }

    @Override
    public EdtfInterval stated() {
        return new EdtfInterval(stated(start), stated(end));
    }

    private static Limit stated(Limit limit) {
        return limit instanceof Limit.At(EdtfDate date) ? new Limit.At(date.stated()) : limit;
    }

    @Override
    public EdtfInterval coarsen(Precision precision) {
        return new EdtfInterval(coarsen(start, precision), coarsen(end, precision));
    }

    private static Limit coarsen(Limit limit, Precision precision) {
        return limit instanceof Limit.At(EdtfDate date) ? new Limit.At(date.coarsen(precision)) : limit;
    }

    /**
     * Whether this, known to be a stay that lasted from its start to its end, went on all through {@code other}: was
     * amber-heron held there when it happened?
     */
    public Answer throughout(Edtf other) {
        if (doubted() || other.doubted()) {
            return Answer.MAYBE;
        }
        LocalDate first = other.earliest().orElse(LocalDate.MIN);
        LocalDate last = other.latest().orElse(LocalDate.MAX);
        if (widened().isApartFrom(new Span(first, last))) {
            return Answer.NO;
        }
        boolean sure = !latestStart().isAfter(first) && !earliestEnd().isBefore(last);
        return sure ? Answer.YES : Answer.MAYBE;
    }

    /** Whether two stays, each known to have lasted from its start to its end, shared a day. */
    public Answer meets(EdtfInterval other) {
        if (doubted() || other.doubted()) {
            return Answer.MAYBE;
        }
        if (widened().isApartFrom(other.widened())) {
            return Answer.NO;
        }
        boolean sure = !latestStart().isAfter(other.earliestEnd())
                && !other.latestStart().isAfter(earliestEnd());
        return sure ? Answer.YES : Answer.MAYBE;
    }

    /** The last day on which it can have begun: not after the day it must have ended by. */
    private LocalDate latestStart() {
        LocalDate byEnd = widened().last();
        return switch (start) {
            case Limit.At(EdtfDate date) -> earlier(date.widened().last(), byEnd);
            case Limit.Open() -> LocalDate.MIN;
            case Limit.Unknown() -> byEnd;
        };
    }

    private LocalDate earliestEnd() {
        LocalDate byStart = widened().first();
        return switch (end) {
            case Limit.At(EdtfDate date) -> later(date.widened().first(), byStart);
            case Limit.Open() -> LocalDate.MAX;
            case Limit.Unknown() -> byStart;
        };
    }

    private static LocalDate earlier(LocalDate a, LocalDate b) {
        return a.isBefore(b) ? a : b;
    }

    private static LocalDate later(LocalDate a, LocalDate b) {
        return a.isAfter(b) ? a : b;
    }

    Span widened() {
        return new Span(
                start instanceof Limit.At(EdtfDate from) ? from.widened().first() : LocalDate.MIN,
                end instanceof Limit.At(EdtfDate to) ? to.widened().last() : LocalDate.MAX);
    }

    /** The days that it surely covers when taken as a period; none if a limit is unknown. */
    Optional<Span> sure() {
        if (start instanceof Limit.Unknown || end instanceof Limit.Unknown) {
            return Optional.empty();
        }
        return Optional.of(new Span(
                start instanceof Limit.At(EdtfDate from) ? from.asStated().first() : LocalDate.MIN,
                end instanceof Limit.At(EdtfDate to) ? to.asStated().last() : LocalDate.MAX));
    }

    @Override
    public String toString() {
        return start + "/" + end;
    }
}
