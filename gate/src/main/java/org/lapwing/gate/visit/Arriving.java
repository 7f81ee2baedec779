// SPDX-License-Identifier: Apache-2.0
package org.lapwing.gate.visit;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The presses that are on their way in, so many at once, because each takes memory for as long as its sender likes. Short
 * ones (words) and long ones (files) have places of their own: files never take a place from words. Where all are taken, the
 * slowest makes room if it is slower than any line that somebody writes over; nobody's address is needed for that. A crowd
 * that really sends is told to try again.
 */
final class Arriving {

    /** Longest press that counts as words: the longest that are accepted, and a name. */
    static final long WORDS_BYTES = 48 * 1024;

    /** Words are a few packets. Whoever is to keep others out of 1,000 places must come 500 times a second, not 100. */
    private static final Duration GRACE_FOR_WORDS = Duration.ofSeconds(2);

    private static final Duration GRACE_FOR_FILES = Duration.ofSeconds(10);
    private static final long CRAWL_BYTES_A_SECOND = 500;

    private final Clock clock;
    private final int mostWords;
    private final int mostFiles;
    private final Set<Body> words = new HashSet<>();
    private final Set<Body> files = new HashSet<>();

    Arriving(Clock clock, int mostWords, int mostFiles) {
        this.clock = clock;
        this.mostWords = mostWords;
        this.mostFiles = mostFiles;
    }

    /**
     * A place for one press.
     *
     * @param length as the sender states it, negative if not at all
     * @param hangUp ends the connection; whoever reads from it is told so
     */
    Optional<Body> admit(long length, Runnable hangUp) {
        boolean isWords = length >= 0 && length <= WORDS_BYTES;
        Body body = new Body(isWords ? words : files, hangUp);
        int most = isWords ? mostWords : mostFiles;
        Optional<Body> slowest = Optional.empty();
        synchronized (this) {
            if (body.place.size() >= most) {
                slowest = slowest(body.place, isWords ? GRACE_FOR_WORDS : GRACE_FOR_FILES);
                if (slowest.isEmpty()) {
                    return Optional.empty();
                }
                body.place.remove(slowest.get());
            }
            body.place.add(body);
        }
        slowest.ifPresent(each -> each.hangUp.run());
        return Optional.of(body);
    }

    private Optional<Body> slowest(Set<Body> place, Duration grace) {
        long now = clock.millis();
        return place.stream()
                .filter(each -> now - each.since >= grace.toMillis())
                .filter(each -> each.bytesASecond(now) < CRAWL_BYTES_A_SECOND)
                .min(Comparator.comparingLong(each -> each.bytesASecond(now)));
    }

    /** One press on its way in; closing it gives its place back. */
    final class Body implements AutoCloseable {
        private final Set<Body> place;
        private final Runnable hangUp;
        private final long since = clock.millis();
        private final AtomicLong bytes = new AtomicLong();

        private Body(Set<Body> place, Runnable hangUp) {
            this.place = place;
            this.hangUp = hangUp;
        }

        private long bytesASecond(long now) {
            return bytes.get() * 1000 / Math.max(1, now - since);
        }

        /** The same bytes, counted. Read by one thread. */
        InputStream counting(InputStream in) {
            return new FilterInputStream(in) {
                @Override
                public int read() throws IOException {
                    byte[] one = new byte[1];
                    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
                }

                @Override
                public int read(byte[] into, int at, int count) throws IOException {
                    int n = super.read(into, at, count);
                    bytes.addAndGet(Math.max(0, n));
                    return n;
                }
            };
        }

        @Override
        public void close() {
            synchronized (Arriving.this) {
                place.remove(this);
            }
        }
    }
}
