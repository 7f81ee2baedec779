// SPDX-License-Identifier: Apache-2.0
package org.lapwing.seal;

/** What somebody typed as a receipt: the {@link Receipt}, or why it is none. */
public sealed interface ParsedReceipt permits Receipt, MalformedReceipt {}
