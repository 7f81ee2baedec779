// SPDX-License-Identifier: Apache-2.0
package org.lapwing.bench;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lapwing.entry.Draft;
import org.lapwing.entry.Fields;
import org.lapwing.entry.Id;
import org.lapwing.entry.Json;
import org.lapwing.journal.Author;
import org.lapwing.journal.Journal;
import org.lapwing.journal.JournalPlace;
import org.lapwing.journal.Keyring;
import org.lapwing.journal.Surroundings;
import org.lapwing.seal.Epoch;
import org.lapwing.seal.ShredKey;
import org.lapwing.seal.SigningKey;

/** An invented group of one member with one compartment and one source, writing notes of about 400 characters. */
final class OneGroup implements Keyring {
    static final String COMPARTMENT = "casebook";

    private final SecureRandom random = new SecureRandom();
    private final Author author = new Author(Id.random(random), SigningKey.generate(random));
    private final Epoch epoch = Epoch.generate(COMPARTMENT, 1, random);
    private final ShredKey source = ShredKey.generate(random);

    Author author() {
        return author;
    }

    Journal open(Path file) {
        return open(new JournalPlace.SqliteFile(file));
    }

    Journal open(JournalPlace place) {
        return Journal.open(
                place,
                new Surroundings(
                        Clock.systemUTC(),
                        random,
                        member -> Optional.of(author.key().verifyKey()).filter(_ -> member.equals(author.member()))));
    }

    List<Draft> notes(int count) {
        List<Draft> notes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Fields fields = Fields.of(Map.of(0, Json.of(Workplace.words(i, 400))));
            notes.add(new Draft("NoteTaken", 1, COMPARTMENT, List.of(), Id.of(source.id()), fields));
        }
        return notes;
    }

    @Override
    public Optional<Epoch> newest(String compartment) {
        return Optional.of(epoch).filter(_ -> compartment.equals(COMPARTMENT));
    }

    @Override
    public List<Epoch> epochs(String compartment) {
        return newest(compartment).stream().toList();
    }

    @Override
    public Optional<ShredKey> shredKey(Id id) {
        return Optional.of(source).filter(key -> id.equals(Id.of(key.id())));
    }
}
