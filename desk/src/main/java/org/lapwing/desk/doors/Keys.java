// SPDX-License-Identifier: Apache-2.0
package org.lapwing.desk.doors;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.lapwing.entry.Id;
import org.lapwing.journal.Keyring;
import org.lapwing.seal.Epoch;
import org.lapwing.seal.ShredKey;
import org.lapwing.seal.ShredStore;

/** What one unlocked member can open: the epochs granted to them and the shred keys that still exist. */
public final class Keys implements Keyring {
    private final Map<String, List<Epoch>> epochs;
    private final Map<String, byte[]> secrets;
    private final ShredStore shredKeys;

    Keys(Map<String, List<Epoch>> granted, Map<String, byte[]> secrets, ShredStore shredKeys) {
        this.epochs = granted.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, each -> List.copyOf(each.getValue())));
        this.secrets = Map.copyOf(secrets);
        this.shredKeys = shredKeys;
    }

    /** The compartments that this member holds, by name. */
    public Set<String> compartments() {
        return epochs.keySet();
    }

    @Override
    public List<Epoch> epochs(String compartment) {
        return epochs.getOrDefault(compartment, List.of());
    }

    @Override
    public Optional<ShredKey> shredKey(Id id) {
        return shredKeys.get(id.bytes());
    }

    Optional<byte[]> secret(String name) {
        return Optional.ofNullable(secrets.get(name));
    }

    /** A key of its own for a new source: destroying it forgets the source. */
    public Id newShredKey() {
        return Id.of(shredKeys.create().id());
    }

    /** Several at the cost of one rewriting of the store. */
    public List<Id> newShredKeys(int count) {
        return shredKeys.create(count).stream().map(key -> Id.of(key.id())).toList();
    }

    public ShredStore shredKeys() {
        return shredKeys;
    }
}
