// SPDX-License-Identifier: Apache-2.0
package org.lapwing.journal;

import org.lapwing.entry.Id;
import org.lapwing.seal.SigningKey;

/** Who appends: the member's handle, and the key with which each entry is signed. */
public record Author(Id member, SigningKey key) {}
