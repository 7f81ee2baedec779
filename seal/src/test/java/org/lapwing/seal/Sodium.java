// SPDX-License-Identifier: Apache-2.0
package org.lapwing.seal;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/** The machine's own libsodium, called in place; where there is none, the test is skipped by name. */
final class Sodium {
    private final SymbolLookup library;

    private Sodium(SymbolLookup library) {
        this.library = library;
    }

    static Sodium require() {
        for (String name : new String[] {"libsodium.so.23", "libsodium.so.26", "libsodium.so"}) {
            Optional<Sodium> found = named(name);
            if (found.isPresent()) {
                return found.get();
            }
        }
        return Assumptions.abort("libsodium is not on this machine; Debian: sudo apt-get install libsodium23");
    }

    private static Optional<Sodium> named(String name) {
        try {
            Sodium sodium = new Sodium(SymbolLookup.libraryLookup(name, Arena.global()));
            sodium.call("sodium_init");
            return Optional.of(sodium);
        } catch (IllegalArgumentException absent) {
            return Optional.empty();
        }
    }

    /**
     * What the function returns. A {@code byte[]} is copied in and back out, a {@code Long} is a size, an {@code Integer}
     * an int; null is a null pointer.
     */
    int call(String function, Object... arguments) {
        try (Arena arena = Arena.ofConfined()) {
            Object[] passed = new Object[arguments.length];
            MemoryLayout[] layouts = new MemoryLayout[arguments.length];
            for (int i = 0; i < arguments.length; i++) {
                switch (arguments[i]) {
                    case null -> {
                        passed[i] = MemorySegment.NULL;
                        layouts[i] = ADDRESS;
                    }
                    case byte[] bytes -> {
                        passed[i] = arena.allocate(Math.max(1, bytes.length));
                        MemorySegment.copy(bytes, 0, (MemorySegment) passed[i], JAVA_BYTE, 0, bytes.length);
                        layouts[i] = ADDRESS;
                    }
                    case Long size -> {
                        passed[i] = size;
                        layouts[i] = JAVA_LONG;
                    }
                    case Integer number -> {
                        passed[i] = number;
                        layouts[i] = JAVA_INT;
                    }
                    default -> throw new IllegalArgumentException(function + ", argument " + i);
                }
            }
            int answer = (int) Linker.nativeLinker()
                    .downcallHandle(library.findOrThrow(function), FunctionDescriptor.of(JAVA_INT, layouts))
                    .invokeWithArguments(Arrays.asList(passed));
            for (int i = 0; i < arguments.length; i++) {
                if (arguments[i] instanceof byte[] bytes) {
                    MemorySegment.copy((MemorySegment) passed[i], JAVA_BYTE, 0, bytes, 0, bytes.length);
                }
            }
            return answer;
        } catch (Error | RuntimeException e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(function, e);
        }
    }
}
