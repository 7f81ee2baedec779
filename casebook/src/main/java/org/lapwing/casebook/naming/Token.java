// SPDX-License-Identifier: Apache-2.0
package org.lapwing.casebook.naming;

import java.util.Optional;
import org.lapwing.casebook.fact.CasebookException;

/** What stands for a name in a working copy: {@code [P: grey-teal]}. Minted per account, so that copies cannot be joined. */
public record Token(Kind kind, String name) {
    /** What it stands for. */
    public enum Kind {
        /** A person. */
        P,
        /** A place. */
        L,
        /** A contact: number, address, account. */
        C
    }

    public Token {
        if (!CodeNames.isCodeName(name)) {
            throw new CasebookException("a token's name is two words, such as grey-teal");
        }
    }

    /** Reads exactly one token, with nothing around it. */
    public static Optional<Token> parse(String text) {
        var found = Tokens.in(text);
        return found.size() == 1
                        && found.getFirst().from() == 0
                        && text.endsWith("]")
                        && text.indexOf(']') == text.length() - 1
                ? Optional.of(found.getFirst().token())
                : Optional.empty();
    }

    @Override
    public String toString() {
        return "[" + kind + ": " + name + "]";
    }
}
