// SPDX-License-Identifier: Apache-2.0
package org.lapwing.seal;

/** A member who signs. */
public record Signer(String member, SigningKey key) {

    public Signer {
        Names.id(member, "a signer's id");
    }

    @Override
    public String toString() {
        return "Signer[" + member + "]";
    }
}
