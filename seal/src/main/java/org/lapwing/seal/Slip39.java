// SPDX-License-Identifier: Apache-2.0
package org.lapwing.seal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * A secret as words on several sheets of paper, of which some are enough: SLIP-0039, with the field of {@link Shares}.
 *
 * <p>Promised: fewer sheets than the threshold say nothing; a mistyped word is found by the checksum; any other program
 * that follows SLIP-0039 reads them. Refused, with the reason: sheets of different secrets, too few, too many.
 *
 * <p>The order of encryption passes and the wording follow SLIP-0039 of 2019 with the extendable flag of 2024. Stateless,
 * thread-safe.
 */
public final class Slip39 {
    private static final int SECRET_AT = 255;
    private static final int DIGEST_AT = 254;
    private static final int DIGEST_LENGTH = 4;
    private static final int ROUNDS = 4;
    private static final int ITERATIONS_PER_ROUND = 2500;

    private Slip39() {}

    /**
     * One group, extendable, iteration exponent 1: the ordinary paper of a group's recovery.
     *
     * @param secret 16 bytes or more, an even number
     * @return {@code count} sheets of words
     */
    public static List<String> split(byte[] secret, int threshold, int count, SecureRandom random) {
        if (secret.length < 16 || secret.length % 2 != 0) {
            throw new SealException("a secret for paper has an even number of bytes, 16 or more; not " + secret.length);
        }
        if (threshold < 1 || threshold > count || count > 16 || (threshold == 1 && count > 1)) {
            throw new SealException("paper is 1 of 1 or 2 to 16 sheets with a threshold of at least 2; asked for "
                    + threshold + " of " + count);
        }
        int identifier = random.nextInt(1 << 15);
        byte[] encrypted = feistel(secret, new byte[0], 1, salt(identifier, true), true);
        var sheets = new ArrayList<String>();
        List<byte[]> values = splitValue(encrypted, threshold, count, random);
        for (int member = 0; member < count; member++) {
            sheets.add(new Slip39Sheet(identifier, true, 1, 0, 1, 1, member, threshold, values.get(member)).words());
        }
        return List.copyOf(sheets);
    }

    /** The secret of exactly the sheets that are needed, in any order; other numbers are refused by name. */
    public static byte[] combine(List<String> sheets) {
        return combine(sheets, "");
    }

    /** The same for paper that another program made under a passphrase of printable ASCII. */
    public static byte[] combine(List<String> sheets, String passphrase) {
        if (sheets.isEmpty()) {
            throw new SealException("no sheet was given");
        }
        List<Slip39Sheet> read = sheets.stream().map(Slip39Sheet::parse).toList();
        Slip39Sheet first = read.getFirst();
        Map<Integer, Map<Integer, Slip39Sheet>> groups = new TreeMap<>();
        for (Slip39Sheet sheet : read) {
            if (!sheet.sameSecretAs(first)) {
                throw new SealException("these sheets do not belong to one secret");
            }
            groups.computeIfAbsent(sheet.groupIndex(), index -> new LinkedHashMap<>())
                    .put(sheet.memberIndex(), sheet);
        }
        if (groups.size() != first.groupThreshold()) {
            throw new SealException(
                    "needs sheets of " + first.groupThreshold() + " groups, was given " + groups.size());
        }
        var groupShares = new TreeMap<Integer, byte[]>();
        groups.forEach((index, members) -> groupShares.put(index, combineGroup(List.copyOf(members.values()))));
        byte[] encrypted = combineValues(groupShares, first.groupThreshold());
        return feistel(
                encrypted,
                passphrase.getBytes(StandardCharsets.US_ASCII),
                first.exponent(),
                salt(first.identifier(), first.extendable()),
                false);
    }

    private static byte[] combineGroup(List<Slip39Sheet> members) {
        int threshold = members.getFirst().memberThreshold();
        var shares = new TreeMap<Integer, byte[]>();
        for (Slip39Sheet member : members) {
            if (member.memberThreshold() != threshold
                    || member.value().length != members.getFirst().value().length) {
                throw new SealException("these sheets do not belong to one secret");
            }
            shares.put(member.memberIndex(), member.value());
        }
        if (shares.size() != threshold) {
            throw new SealException("needs " + threshold + " sheets of this group, was given " + shares.size());
        }
        return combineValues(shares, threshold);
    }

    private static List<byte[]> splitValue(byte[] secret, int threshold, int count, SecureRandom random) {
        if (threshold == 1) {
            return List.of(secret.clone());
        }
        var base = new TreeMap<Integer, byte[]>();
        for (int x = 0; x < threshold - 2; x++) {
            base.put(x, randomBytes(secret.length, random));
        }
        byte[] filler = randomBytes(secret.length - DIGEST_LENGTH, random);
        byte[] digest = Arrays.copyOf(digest(filler, secret), secret.length);
        System.arraycopy(filler, 0, digest, DIGEST_LENGTH, filler.length);
        base.put(DIGEST_AT, digest);
        base.put(SECRET_AT, secret);
        var values = new ArrayList<byte[]>();
        for (int x = 0; x < count; x++) {
            values.add(base.containsKey(x) ? base.get(x) : interpolate(base, x));
        }
        return values;
    }

    private static byte[] combineValues(Map<Integer, byte[]> shares, int threshold) {
        if (threshold == 1) {
            return shares.values().iterator().next();
        }
        byte[] secret = interpolate(shares, SECRET_AT);
        byte[] digest = interpolate(shares, DIGEST_AT);
        byte[] filler = Arrays.copyOfRange(digest, DIGEST_LENGTH, digest.length);
        if (!Arrays.equals(digest(filler, secret), Arrays.copyOf(digest, DIGEST_LENGTH))) {
            throw new SealException("these sheets give no secret: their inner digest differs");
        }
        return secret;
    }

    private static byte[] interpolate(Map<Integer, byte[]> shares, int x) {
        byte[] result = new byte[shares.values().iterator().next().length];
        shares.forEach((xi, value) -> {
            int weight = 1;
            for (int xj : shares.keySet()) {
                if (xj != xi) {
                    weight = Shares.multiply(weight, Shares.multiply(x ^ xj, Shares.inverse(xi ^ xj)));
                }
            }
            for (int i = 0; i < result.length; i++) {
                result[i] ^= (byte) Shares.multiply(weight, value[i] & 0xff);
            }
        });
        return result;
    }

    private static byte[] feistel(byte[] input, byte[] passphrase, int exponent, byte[] salt, boolean forward) {
        int half = input.length / 2;
        byte[] left = Arrays.copyOf(input, half);
        byte[] right = Arrays.copyOfRange(input, half, input.length);
        for (int i = 0; i < ROUNDS; i++) {
            byte[] key = round(forward ? i : ROUNDS - 1 - i, passphrase, exponent, salt, right);
            byte[] mixed = new byte[half];
            for (int b = 0; b < half; b++) {
                mixed[b] = (byte) (left[b] ^ key[b]);
            }
            left = right;
            right = mixed;
        }
        return concat(right, left);
    }

    private static byte[] round(int round, byte[] passphrase, int exponent, byte[] salt, byte[] right) {
        char[] password = new char[passphrase.length + 1];
        password[0] = (char) round;
        for (int i = 0; i < passphrase.length; i++) {
            password[i + 1] = (char) passphrase[i];
        }
        try {
            var spec =
                    new PBEKeySpec(password, concat(salt, right), ITERATIONS_PER_ROUND << exponent, right.length * 8);
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(spec)
                    .getEncoded();
        } catch (GeneralSecurityException e) {
            throw new SealException("this Java has no PBKDF2 with HMAC-SHA256", e);
        }
    }

    private static byte[] salt(int identifier, boolean extendable) {
        return extendable
                ? new byte[0]
                : concat(
                        "shamir".getBytes(StandardCharsets.US_ASCII),
                        new byte[] {(byte) (identifier >> 8), (byte) identifier});
    }

    private static byte[] digest(byte[] filler, byte[] secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(filler, "HmacSHA256"));
            return Arrays.copyOf(mac.doFinal(secret), DIGEST_LENGTH);
        } catch (GeneralSecurityException e) {
            throw new SealException("this Java has no HMAC-SHA256", e);
        }
    }

    private static byte[] randomBytes(int length, SecureRandom random) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    private static byte[] concat(byte[] first, byte[] second) {
        byte[] joined = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, joined, first.length, second.length);
        return joined;
    }
}
