// SPDX-License-Identifier: Apache-2.0
package org.lapwing.seal;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** The content of a {@link ShredStore}: keys by id, and the ids of those erased. Immutable. */
final class ShredKeys {

    static final ShredKeys NONE = new ShredKeys(new TreeMap<>(), new TreeSet<>());

    private static final String MAGIC = "lapwing/shred/v1";
    private static final int SALT_BYTES = 32;

    /** An id's 16 bytes as numbers, in the order of the bytes: a desk asks for a key a million times as it opens. */
    private record Name(long high, long low) implements Comparable<Name> {

        static Name of(byte[] id) {
            ByteBuffer bytes = ByteBuffer.wrap(Layout.exactly(ShredKey.ID_BYTES, id, "a shred key's id"));
            return new Name(bytes.getLong(), bytes.getLong());
        }

        byte[] bytes() {
            return ByteBuffer.allocate(ShredKey.ID_BYTES)
                    .putLong(high)
                    .putLong(low)
                    .array();
        }

        @Override
        public int compareTo(Name other) {
            int byHigh = Long.compareUnsigned(high, other.high);
            return byHigh != 0 ? byHigh : Long.compareUnsigned(low, other.low);
        }
    }

    private final SortedMap<Name, ShredKey> live;

    private final SortedSet<Name> erased;

    private ShredKeys(SortedMap<Name, ShredKey> live, SortedSet<Name> erased) {
        this.live = live;
        this.erased = erased;
    }

    Optional<ShredKey> get(byte[] id) {
        return id.length == ShredKey.ID_BYTES ? Optional.ofNullable(live.get(Name.of(id))) : Optional.empty();
    }

    boolean isErased(byte[] id) {
        return id.length == ShredKey.ID_BYTES && erased.contains(Name.of(id));
    }

    int size() {
        return live.size();
    }

    List<byte[]> erasedIds() {
        return erased.stream().map(Name::bytes).toList();
    }

    ShredKeys with(List<ShredKey> fresh) {
        SortedMap<Name, ShredKey> more = new TreeMap<>(live);
        fresh.forEach(key -> more.put(Name.of(key.id()), key));
        return new ShredKeys(more, erased);
    }

    ShredKeys without(Collection<byte[]> ids) {
        SortedMap<Name, ShredKey> fewer = new TreeMap<>(live);
        SortedSet<Name> more = new TreeSet<>(erased);
        for (byte[] id : ids) {
            Name key = Name.of(id);
            fewer.remove(key);
            more.add(key);
        }
        return new ShredKeys(fewer, more);
    }

    /** Magic, salt, then both lists behind their counts, padded to a size class so that the file counts no sources. */
    byte[] seal(byte[] secret, SecureRandom random) {
        Layout plain = new Layout().u32(live.size());
        live.values().forEach(key -> plain.raw(key.id()).raw(key.secret()));
        plain.u32(erased.size());
        erased.forEach(id -> plain.raw(id.bytes()));
        int overhead = MAGIC.length() + SALT_BYTES + Gcm.TAG_BYTES;
        plain.padTo(BodySizes.classOf(plain.size() + overhead) - overhead);
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        Layout start = Layout.of(MAGIC);
        byte[] sealed = Gcm.sealOnce(key(secret, salt), start.bytes(), plain.bytes());
        return start.raw(salt).raw(sealed).bytes();
    }

    static ShredKeys open(byte[] bytes, byte[] secret) {
        byte[] magic = Layout.of(MAGIC).bytes();
        int sealedStart = magic.length + SALT_BYTES;
        if (bytes.length > sealedStart && Arrays.equals(bytes, 0, magic.length, magic, 0, magic.length)) {
            byte[] salt = Arrays.copyOfRange(bytes, magic.length, sealedStart);
            byte[] sealed = Arrays.copyOfRange(bytes, sealedStart, bytes.length);
            byte[] plain = Gcm.openOnce(key(secret, salt), magic, sealed);
            if (plain != null) {
                return decode(ByteBuffer.wrap(plain));
            }
        }
        throw new SealException(
                "the shred store does not open with this secret.\nMaybe it is another group's, or altered.");
    }

    /** Its tag held, so it is as it was written. */
    private static ShredKeys decode(ByteBuffer in) {
        SortedMap<Name, ShredKey> live = new TreeMap<>();
        for (int count = in.getInt(); count > 0; count--) {
            byte[] id = next(in, ShredKey.ID_BYTES);
            live.put(Name.of(id), ShredKey.of(id, next(in, ShredKey.SECRET_BYTES)));
        }
        SortedSet<Name> erased = new TreeSet<>();
        for (int count = in.getInt(); count > 0; count--) {
            erased.add(Name.of(next(in, ShredKey.ID_BYTES)));
        }
        return new ShredKeys(live, erased);
    }

    private static byte[] key(byte[] secret, byte[] salt) {
        return Hkdf.derive(secret, salt, Layout.of("lapwing/shred-store/v1").bytes(), Gcm.KEY_BYTES);
    }

    private static byte[] next(ByteBuffer in, int size) {
        byte[] part = new byte[size];
        in.get(part);
        return part;
    }
}
