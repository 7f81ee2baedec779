// SPDX-License-Identifier: Apache-2.0
package org.lapwing.desk;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.lapwing.casebook.EntryRef;
import org.lapwing.casebook.fact.Coding;
import org.lapwing.casebook.fact.Part;
import org.lapwing.casebook.fact.Party;
import org.lapwing.casebook.fact.Where;
import org.lapwing.casebook.term.Role;
import org.lapwing.casebook.term.Term;
import org.lapwing.desk.doors.Unlocked;
import org.lapwing.edtf.Edtf;
import org.lapwing.edtf.EdtfDate;
import org.lapwing.edtf.Words;
import org.lapwing.entry.Id;
import org.lapwing.pages.Assets;
import org.lapwing.pages.Messages;
import org.lapwing.pages.Tongue;
import org.lapwing.seal.Duty;

/**
 * What every page has around its content: the reader, the language, the way in and out.
 *
 * @param position where the page stands; forms carry it back as their basis
 */
public record Chrome(
        Messages messages,
        Assets assets,
        Tongue tongue,
        Optional<Unlocked.Member> reader,
        String path,
        Csrf csrf,
        long position,
        int waiting,
        boolean demonstration,
        Optional<Notice> notice,
        Names names) {

    /** What the reader may call people, places and members. */
    public interface Names {
        String party(Party party);

        String where(Where where);

        String member(Id member);

        /** Of a person or source. */
        String codeName(Id whom);
    }

    /** The hidden field that Spring Security checks. */
    public record Csrf(String name, String token) {}

    /** A line above the page: what was just done, or why nothing was. */
    public record Notice(boolean good, String words) {}

    public record Door(String path, String label, Duty... duties) {}

    private static final List<Door> DOORS = List.of(
            new Door("/inbox", "nav.inbox", Duty.INTAKE, Duty.COORDINATOR),
            new Door("/accounts", "nav.accounts", Duty.INTAKE, Duty.INVESTIGATOR, Duty.ANALYST, Duty.PUBLISHER),
            new Door("/people", "nav.people", Duty.INTAKE, Duty.INVESTIGATOR, Duty.ANALYST, Duty.PUBLISHER),
            new Door("/places", "nav.places", Duty.INTAKE, Duty.INVESTIGATOR, Duty.ANALYST, Duty.PUBLISHER),
            new Door("/statements", "nav.statements", Duty.INTAKE, Duty.INVESTIGATOR, Duty.ANALYST, Duty.PUBLISHER),
            new Door("/findings", "nav.findings", Duty.INTAKE, Duty.INVESTIGATOR, Duty.ANALYST, Duty.PUBLISHER),
            new Door("/publishing", "nav.publishing", Duty.PUBLISHER),
            new Door("/search", "nav.search", Duty.INTAKE, Duty.INVESTIGATOR, Duty.ANALYST, Duty.PUBLISHER));

    /** The doors that this reader's duties open. */
    public List<Door> doors() {
        return DOORS.stream()
                .filter(door ->
                        reader.isPresent() && List.of(door.duties()).stream().anyMatch(reader.get()::has))
                .toList();
    }

    public boolean at(String door) {
        return path.equals(door) || path.startsWith(door + "/");
    }

    public boolean may(Duty duty) {
        return reader.isPresent() && reader.get().has(duty);
    }

    /** @param arguments name, value, name, value ... */
    public String say(String key, Object... arguments) {
        return messages.say(tongue, key, arguments);
    }

    /** A term of the field, in the reader's language. */
    public String term(Term term) {
        return term.label(tongue.locale());
    }

    public String when(Edtf date) {
        return Words.in(tongue.locale()).of(date);
    }

    /** Several terms, in one line. */
    public String terms(List<? extends Term> terms) {
        return terms.stream().map(this::term).collect(Collectors.joining(", "));
    }

    /** What a claim asserts, in a few words. */
    public String claim(Coding coding) {
        return coding.act()
                .map(this::term)
                .or(() -> coding.fate().map(this::term))
                .orElseGet(() -> term(coding.kind()));
    }

    /** To whom, by whom, where, when, as far as it is said. */
    public String circumstances(Coding coding) {
        List<String> parts = new ArrayList<>();
        coding.to().forEach(part -> parts.add(party(part)));
        coding.where().ifPresent(where -> parts.add(names.where(where)));
        coding.when().ifPresent(date -> parts.add(when(date)));
        coding.by().forEach(part -> parts.add(term(part.role()) + ": " + names.party(part.party())));
        if (!coding.methods().isEmpty()) {
            parts.add(terms(coding.methods()));
        }
        coding.note().ifPresent(parts::add);
        return String.join(" · ", parts);
    }

    private String party(Part part) {
        return part.role() == Role.VICTIM
                ? names.party(part.party())
                : term(part.role()) + ": " + names.party(part.party());
    }

    /** The code name of a person or source. */
    public String codeName(Id whom) {
        return names.codeName(whom);
    }

    /** The code name of a member who signed something. */
    public String memberName(Id member) {
        return names.member(member);
    }

    /** A language by its own speakers' reader: "Russian", «русский». */
    public String languageName(String tag) {
        return Locale.forLanguageTag(tag).getDisplayLanguage(tongue.locale());
    }

    /** The first words of a text, to tell it from others in a list. */
    public String beginning(String words) {
        String line = words.strip().replace('\n', ' ');
        int end = line.offsetByCodePoints(0, Math.min(140, line.codePointCount(0, line.length())));
        return end < line.length() ? line.substring(0, end) + " …" : line;
    }

    public String day(LocalDate day) {
        return when(EdtfDate.of(day));
    }

    /** The day on which an entry was written. */
    public String day(EntryRef entry) {
        return day(entry.time().atZone(ZoneOffset.UTC).toLocalDate());
    }

    public String asset(String name) {
        return assets.path(name);
    }

    public String language() {
        return tongue.locale().getLanguage();
    }
}
