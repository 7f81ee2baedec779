// SPDX-License-Identifier: Apache-2.0
package org.lapwing.gate.visit;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lapwing.gate.spool.Attachment;
import org.lapwing.gate.spool.Replies;
import org.lapwing.gate.spool.Submission;

/** What a template is given: everything it shows, decided before. */
public sealed interface Page {

    /** The template's name. */
    String template();

    /**
     * What pressing Enter in the page's own form does; the buttons at the top belong to that form then, so that what was
     * typed is not lost by changing the language. Empty where they have a form of their own.
     */
    default String enter() {
        return "";
    }

    /** @param closed no intake key counts today, so nothing can be sent */
    record Write(Submission.Kind kind, boolean urgent, String words, boolean files, boolean closed) implements Page {
        @Override
        public String template() {
            return "write";
        }

        @Override
        public String enter() {
            return closed ? "" : "check";
        }
    }

    /** @param leftBytes how much may still be added */
    record Files(List<Attachment> files, long leftBytes, boolean more) implements Page {
        @Override
        public String template() {
            return "files";
        }
    }

    record Identity(String name, String contact) implements Page {
        @Override
        public String template() {
            return "identity";
        }

        @Override
        public String enter() {
            return "keep-identity";
        }
    }

    /**
     * @param words their beginning
     * @param hidden how many letters more there are
     */
    record Check(
            Submission.Kind kind, boolean urgent, String words, int hidden, List<Attachment> files, boolean identity)
            implements Page {
        @Override
        public String template() {
            return "check";
        }
    }

    record Receipt(List<String> words, String digits, String wordsTongue, String hours) implements Page {
        @Override
        public String template() {
            return "receipt";
        }
    }

    record Return(String typed) implements Page {
        @Override
        public String template() {
            return "return";
        }

        @Override
        public String enter() {
            return "return";
        }
    }

    record Box(Optional<Replies.Reply> reply, String hours) implements Page {
        @Override
        public String template() {
            return "box";
        }
    }

    record Withdraw(String words) implements Page {
        @Override
        public String template() {
            return "withdraw";
        }

        @Override
        public String enter() {
            return "send";
        }
    }

    record Forget() implements Page {
        @Override
        public String template() {
            return "forget";
        }
    }

    record Done(Submission.Kind kind, String hours) implements Page {
        @Override
        public String template() {
            return "done";
        }
    }

    record Safer() implements Page {
        @Override
        public String template() {
            return "safer";
        }
    }

    /** An ordinary page that says nothing. */
    record Left() implements Page {
        @Override
        public String template() {
            return "left";
        }
    }

    /** What went wrong where no visit can tell it. */
    record Fault(String key) implements Page {
        @Override
        public String template() {
            return "fault";
        }
    }

    /** The page of a step. */
    static Page of(Visit visit, Surroundings around) {
        return switch (visit.step) {
            case WRITE ->
                new Write(
                        visit.kind,
                        visit.urgent,
                        visit.words.text(),
                        visit.hasFiles(),
                        !around.trust().takesReports());
            case FILES -> files(visit, around);
            case IDENTITY -> new Identity(visit.name.text(), visit.contact.text());
            case CHECK -> check(visit);
            case RECEIPT -> receipt(visit, around);
            case RETURN -> new Return(visit.typed.text());
            case BOX -> new Box(Optional.ofNullable(visit.reply), around.hours());
            case WITHDRAW -> new Withdraw(visit.words.text());
            case FORGET -> new Forget();
            case DONE -> new Done(visit.kind, around.hours());
            case SAFER -> new Safer();
        };
    }

    private static List<Attachment> attachments(Visit visit) {
        return visit.parcel == null ? List.of() : visit.parcel.attachments();
    }

    private static Page files(Visit visit, Surroundings around) {
        List<Attachment> files = attachments(visit);
        long left = around.limits().uploadBytes()
                - files.stream().mapToLong(Attachment::length).sum();
        return new Files(files, left, left > 0 && files.size() < around.limits().files());
    }

    private static Page check(Visit visit) {
        int shown = 1500;
        String words = visit.words.text();
        int length = words.codePointCount(0, words.length());
        String beginning = length <= shown ? words : words.substring(0, words.offsetByCodePoints(0, shown));
        boolean identity = !visit.name.isBlank() || !visit.contact.isBlank();
        return new Check(
                visit.kind, visit.urgent, beginning, Math.max(0, length - shown), attachments(visit), identity);
    }

    private static Page receipt(Visit visit, Surroundings around) {
        org.lapwing.seal.@Nullable Receipt receipt = visit.receipt;
        if (receipt == null) {
            return new Done(visit.kind, around.hours());
        }
        return new Receipt(
                receipt.revealWords(Surroundings.words(visit.tongue)),
                receipt.revealDigits(),
                visit.tongue.tag(),
                around.hours());
    }
}
