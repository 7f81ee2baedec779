// SPDX-License-Identifier: Apache-2.0
package org.lapwing.linkage.cluster;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.lapwing.linkage.lists.Records;

/**
 * Names for clusters that stay when records are added: a cluster keeps the name that most of its records had before; a new
 * one is named from its first record. Two runs on the same lists give the same names.
 */
public final class ClusterNames {

    private static final String DIGITS = "abcdefghijklmnopqrstuvwxyz234567";

    private ClusterNames() {}

    /**
     * By record.
     *
     * @param earlier by record: the name of the cluster it was in, or an empty string
     */
    public static String[] of(Records records, Clusters clusters, String[] earlier) {
        int n = records.size();
        Map<Integer, Map<String, Integer>> votes = new HashMap<>();
        Map<String, Integer> size = new HashMap<>();
        for (int record = 0; record < n; record++) {
            if (!earlier[record].isEmpty()) {
                votes.computeIfAbsent(clusters.clusterOf()[record], _ -> new TreeMap<>())
                        .merge(earlier[record], 1, Integer::sum);
            }
        }
        Map<String, Integer> owner = new HashMap<>();
        votes.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(cluster -> cluster.getValue().forEach((name, count) -> {
                    if (count > size.getOrDefault(name, 0)) {
                        size.put(name, count);
                        owner.put(name, cluster.getKey());
                    }
                }));
        String[] ofCluster = new String[n];
        owner.entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(each -> {
            String held = ofCluster[each.getValue()];
            int own = size.getOrDefault(each.getKey(), 0);
            if (held == null || own > size.getOrDefault(held, 0)) {
                ofCluster[each.getValue()] = each.getKey();
            }
        });
        IntStream.range(0, n).parallel().forEach(cluster -> {
            if (clusters.clusterOf()[cluster] == cluster && ofCluster[cluster] == null) {
                ofCluster[cluster] = fresh(records, cluster);
            }
        });
        String[] names = new String[n];
        for (int record = 0; record < n; record++) {
            names[record] = ofCluster[clusters.clusterOf()[record]];
        }
        return names;
    }

    private static String fresh(Records records, int record) {
        long hash = hash(records.lists().get(records.list(record)), records.id(record));
        char[] name = new char[14];
        Arrays.fill(name, 'p');
        for (int i = 1; i < name.length; i++) {
            name[i] = DIGITS.charAt((int) (hash >>> (5 * (i - 1))) & 31);
        }
        return new String(name);
    }

    /** FNV-1a over both, with SplitMix64's finaliser. */
    static long hash(String list, String id) {
        long hash = 0xcbf29ce484222325L;
        for (byte each : (list + "\0" + id).getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (each & 0xFF)) * 0x100000001b3L;
        }
        hash = (hash ^ (hash >>> 30)) * 0xbf58476d1ce4e5b9L;
        hash = (hash ^ (hash >>> 27)) * 0x94d049bb133111ebL;
        return hash ^ (hash >>> 31);
    }
}
