// SPDX-License-Identifier: Apache-2.0
package org.lapwing.linkage.cluster;

/** The weight of any pair, compared before or not: log2 of the odds that both are one person. Belongs to one thread. */
public interface Evidence {

    double weight(int a, int b);
}
