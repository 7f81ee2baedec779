// SPDX-License-Identifier: Apache-2.0
package org.lapwing.bench;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.lapwing.linkage.block.Key;
import org.lapwing.linkage.files.ModelFile;
import org.lapwing.linkage.lists.RecordList;
import org.lapwing.linkage.lists.Records;
import org.lapwing.linkage.model.Model;
import org.lapwing.tables.CodedTable;
import org.lapwing.tables.Limits;

/** Our blocking keys as columns of the peer's lists, so that it can compare the very pairs that we do. */
final class LinkageKeys {

    private LinkageKeys() {}

    /** Adds columns key0 and on to each of the peer's lists, empty where a record lacks the key; returns how many. */
    static int add(LinkageSet set, Path model) throws IOException {
        Model learned = ModelFile.read(Files.readString(model), model.toString());
        List<RecordList> lists = new ArrayList<>();
        for (Path file : set.ours()) {
            try (InputStream in = Files.newInputStream(file)) {
                lists.add(new RecordList(
                        file.getFileName().toString(), file.toString(), CodedTable.read(in, "list", Limits.DEFAULT)));
            }
        }
        Records records = Records.of(lists, learned.layout());
        List<Map<String, Integer>> byId = new ArrayList<>();
        lists.forEach(_ -> byId.add(new HashMap<>()));
        for (int record = 0; record < records.size(); record++) {
            byId.get(records.list(record)).put(records.id(record), record);
        }
        for (int list = 0; list < set.theirs().size(); list++) {
            rewrite(set.theirs().get(list), byId.get(list), records, learned.keys());
        }
        return learned.keys().size();
    }

    private static void rewrite(Path file, Map<String, Integer> byId, Records records, List<Key> keys)
            throws IOException {
        Path beside = file.resolveSibling("keyed");
        try (BufferedReader in = Files.newBufferedReader(file);
                BufferedWriter out = Files.newBufferedWriter(beside)) {
            out.write(in.readLine());
            for (int k = 0; k < keys.size(); k++) {
                out.write(",key" + k);
            }
            out.write('\n');
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                int record = Objects.requireNonNull(byId.get(line.substring(0, line.indexOf(','))));
                out.write(line);
                for (Key key : keys) {
                    long hash = key.of(records, record);
                    out.write(hash == 0 ? "," : "," + hash);
                }
                out.write('\n');
            }
        }
        Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
    }
}
