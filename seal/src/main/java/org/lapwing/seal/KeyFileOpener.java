// SPDX-License-Identifier: Apache-2.0
package org.lapwing.seal;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.concurrent.locks.ReentrantLock;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Makes and opens key files, one derivation at a time: each takes the memory that its {@link Argon2Cost} states, and two
 * at once could take the desk down. A process has one opener. Thread-safe.
 */
public final class KeyFileOpener {

    private final ReentrantLock oneDerivation = new ReentrantLock(true);
    private final Argon2Cost cost;
    private final SecureRandom random;

    /** An opener that makes files of this cost; it opens files of any accepted cost. */
    public KeyFileOpener(Argon2Cost cost, SecureRandom random) {
        this.cost = cost;
        this.random = random;
    }

    /** A new file whose duress slot is random. */
    public MemberKeyFile create(MemberKeys keys, Passphrase passphrase) {
        MemberKeyFile blank =
                new MemberKeyFile(cost, fresh(MemberKeyFile.SALT_BYTES), new byte[0], fresh(MemberKeyFile.SLOT_BYTES));
        return sealed(blank, Slot.ORDINARY, keys, derive(blank, passphrase));
    }

    /** Takes about a second by design, and waits while another is at it. */
    public KeyFileOpening open(MemberKeyFile file, Passphrase passphrase) {
        byte[] derived = derive(file, passphrase);
        KeyFileOpening ordinary = open(file, Slot.ORDINARY, derived);
        KeyFileOpening duress = open(file, Slot.DURESS, derived); // always both, so that time says nothing
        return ordinary instanceof KeyFileOpening.Opened ? ordinary : duress;
    }

    /**
     * The file with another duress slot, which {@code duress} opens from then on.
     *
     * @param ordinary the ordinary passphrase: its slot covers the other one, so it is sealed anew
     * @throws SealException if {@code ordinary} does not open the file, or both passphrases are one
     */
    public MemberKeyFile setDuress(MemberKeyFile file, Passphrase ordinary, Passphrase duress, MemberKeys duressKeys) {
        if (ordinary.equals(duress)) {
            throw new SealException("the duress passphrase must differ from the ordinary one");
        }
        byte[] derived = derive(file, ordinary);
        if (!(open(file, Slot.ORDINARY, derived) instanceof KeyFileOpening.Opened(MemberKeys keys, var _))) {
            throw new SealException("this passphrase does not open the ordinary slot; nothing was changed");
        }
        MemberKeyFile withDuress = sealed(file, Slot.DURESS, duressKeys, derive(file, duress));
        return sealed(withDuress, Slot.ORDINARY, keys, derived);
    }

    private MemberKeyFile sealed(MemberKeyFile file, Slot slot, MemberKeys keys, byte[] derived) {
        byte[] nonce = fresh(Gcm.NONCE_BYTES);
        byte[] sealed = Gcm.seal(slotKey(slot, derived), nonce, file.associated(slot), keys.encoded());
        return file.withSlot(slot, new Layout().raw(nonce).raw(sealed).bytes());
    }

    private static KeyFileOpening open(MemberKeyFile file, Slot slot, byte[] derived) {
        byte[] whole = file.slot(slot);
        byte[] nonce = Arrays.copyOf(whole, Gcm.NONCE_BYTES);
        byte[] sealed = Arrays.copyOfRange(whole, Gcm.NONCE_BYTES, whole.length);
        byte[] plain = Gcm.open(slotKey(slot, derived), nonce, file.associated(slot), sealed);
        return plain == null
                ? new KeyFileOpening.WrongPassphrase()
                : new KeyFileOpening.Opened(MemberKeys.decode(plain), slot);
    }

    private static byte[] slotKey(Slot slot, byte[] derived) {
        String label = slot == Slot.ORDINARY ? "lapwing/member/v1/ordinary" : "lapwing/member/v1/duress";
        return Hkdf.derive(derived, label.getBytes(StandardCharsets.US_ASCII), Gcm.KEY_BYTES);
    }

    private byte[] derive(MemberKeyFile file, Passphrase passphrase) {
        Argon2Parameters parameters = new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(file.cost().memoryKiB())
                .withIterations(file.cost().passes())
                .withParallelism(file.cost().parallelism())
                .withSalt(file.salt())
                .build();
        byte[] derived = new byte[32];
        oneDerivation.lock();
        try {
            Argon2BytesGenerator argon2 = new Argon2BytesGenerator();
            argon2.init(parameters);
            argon2.generateBytes(passphrase.utf8(), derived);
        } finally {
            oneDerivation.unlock();
        }
        return derived;
    }

    private byte[] fresh(int size) {
        byte[] bytes = new byte[size];
        random.nextBytes(bytes);
        return bytes;
    }
}
