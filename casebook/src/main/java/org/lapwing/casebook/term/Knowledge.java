// SPDX-License-Identifier: Apache-2.0
package org.lapwing.casebook.term;

/** How an account knows, among those that support one finding. */
public enum Knowledge implements Term {
    INDEPENDENT,
    UNDETERMINED,
    DERIVED,
    TOLD_AGAIN
}
