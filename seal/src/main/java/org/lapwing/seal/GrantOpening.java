// SPDX-License-Identifier: Apache-2.0
package org.lapwing.seal;

/** What came of opening a grant. */
public sealed interface GrantOpening {

    /** It is whole, for this reader, and from {@code granter}, a member's id. */
    record Opened(Grant grant, String granter) implements GrantOpening {}

    /** It is not; {@code reason} names nobody. */
    record Refused(String reason) implements GrantOpening {}
}
