// SPDX-License-Identifier: Apache-2.0
package org.lapwing.linkage.cluster;

/** Sets that only grow together; a set is known by its lowest member. Path halving. Belongs to one thread. */
final class UnionFind {

    private final int[] parent;
    private final java.util.BitSet joined = new java.util.BitSet();

    UnionFind(int size) {
        parent = new int[size];
        for (int i = 0; i < size; i++) {
            parent[i] = i;
        }
    }

    int find(int member) {
        int at = member;
        while (parent[at] != at) {
            parent[at] = parent[parent[at]];
            at = parent[at];
        }
        return at;
    }

    /** Whether it was joined with no other. */
    boolean isAlone(int member) {
        return !joined.get(member);
    }

    void join(int a, int b) {
        int x = find(a);
        int y = find(b);
        if (x != y) {
            parent[Math.max(x, y)] = Math.min(x, y);
            joined.set(a);
            joined.set(b);
        }
    }
}
