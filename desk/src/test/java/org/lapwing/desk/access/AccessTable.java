// SPDX-License-Identifier: Apache-2.0
package org.lapwing.desk.access;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.lapwing.casebook.fact.Compartment;
import org.lapwing.seal.Duty;

/**
 * Who may do what, as the group decided it and not as the code says it: need to know, a steward who reads nothing,
 * coordinators who see what is urgent, two people for a finding, a publisher who changes nothing that they publish.
 */
record AccessTable(List<Row> rows) {

    /**
     * @param who the duties for which this door opens
     * @param needs compartments without which it shows or writes nothing, whatever the duty
     * @param form with which somebody who may do it does something, or empty where only the door is tried
     */
    record Row(String area, String method, String path, String words, Who who, Set<Compartment> needs, String form) {
        String route() {
            return method + " " + path;
        }
    }

    /** @param anybody also whoever has not unlocked */
    record Who(boolean anybody, Set<Duty> duties) {
        static Who of(String words) {
            return switch (words) {
                case "anybody" -> new Who(true, EnumSet.allOf(Duty.class));
                case "member" -> new Who(false, EnumSet.allOf(Duty.class));
                default -> {
                    Set<Duty> duties = EnumSet.noneOf(Duty.class);
                    for (Duty duty : Duty.values()) {
                        if (List.of(words.split(" ")).contains(duty.word())) {
                            duties.add(duty);
                        }
                    }
                    yield new Who(false, duties);
                }
            };
        }

        boolean may(Duty duty) {
            return duties.contains(duty);
        }
    }

    /** Columns: method, address, what it is, who, which compartments, what is sent. */
    private static final String ROWS = """
            # The door
            GET  | /                             | the door, where members unlock                  | anybody |
            POST | /unlock                       | unlock                                          | anybody |
            POST | /tongue                       | choose the language                             | anybody | | tongue=en&back=/home
            GET  | /assets/{name}                | style sheet, fonts, script                      | anybody |
            ANY  | /error                        | what is said when something is not there        | anybody |
            GET  | /set-up                       | founding the group, while there is none         | anybody |
            GET  | /set-up/code                  | founding: the code from the terminal            | anybody |
            GET  | /set-up/plan                  | founding: who takes part                        | anybody |
            GET  | /set-up/words                 | founding: what each is shown once               | anybody |
            GET  | /set-up/sign                  | founding: the root's signature                  | anybody |
            GET  | /set-up/roster.txt            | founding: the roster to be signed               | anybody |
            POST | /set-up/code                  | founding: give the code                         | anybody | | code=none
            POST | /set-up/plan                  | founding: say who takes part                    | anybody |
            POST | /set-up/sign                  | founding: bring the signature                   | anybody | | signature=none
            # Every member
            GET  | /home                         | what waits, and what this member holds          | member |
            POST | /lock                         | lock                                            | member |
            # Reports as they came
            GET  | /inbox                        | the list of reports; coordinators see the urgent ones only  | intake coordinator |
            GET  | /inbox/{id}                   | one report; coordinators only an urgent one     | intake coordinator | intake
            POST | /inbox/collect                | collect from the gate                           | intake |
            POST | /inbox/{id}/triage            | decide what becomes of a report                 | intake | intake | decision=set_aside&note=asked
            POST | /inbox/{id}/reply             | answer the holder of the receipt                | intake | intake | words=Thank+you.&checked=yes
            GET  | /inbox/{id}/forget            | what would go if a report were forgotten        | intake | intake
            POST | /inbox/{id}/forget            | forget a report                                 | intake | intake
            # Accounts and what was coded from them
            GET  | /accounts                     | the list of accounts                            | intake investigator analyst publisher |
            GET  | /accounts/{id}                | one account, in its working copy without names  | intake investigator analyst publisher | casebook
            GET  | /accounts/new                 | the form for a new account                      | intake |
            POST | /accounts/new                 | write down an account, with its words as told   | intake | casebook originals | words=A+long+day.&language=en&channel=CALL&told=2019-05-02&sourceKind=SURVIVOR&age=FROM_18_TO_25&consent=RECORD&toldOfLimits=on&ableToDecide=on
            GET  | /accounts/{id}/copy           | the words as told, beside the names in them     | intake | casebook originals
            POST | /accounts/{id}/copy           | make the working copy                           | intake | casebook originals
            POST | /accounts/{id}/renderings     | translate or transcribe                         | intake investigator | casebook | words=Words.&language=ru&method=TRANSLATED
            POST | /accounts/renderings/{id}     | compare a translation with the words            | intake investigator | casebook | agrees=true
            POST | /accounts/{id}/readbacks      | the account was read back to its teller         | intake investigator | casebook | day=2019-05-02
            POST | /accounts/{id}/claims         | code a claim from its words                     | intake investigator | casebook
            GET  | /accounts/claims/{id}         | one claim                                       | intake investigator analyst publisher | casebook
            POST | /accounts/claims/{id}         | correct or withdraw a claim                     | intake investigator | casebook
            # Sources, by code name
            GET  | /sources/{id}                 | what a source told and consents to              | intake investigator analyst publisher | casebook
            POST | /sources/{id}/consents        | record a consent                                | intake investigator | casebook
            POST | /sources/{id}/withdrawals     | record that a consent was taken back            | intake investigator | casebook
            POST | /sources/{id}/judgements      | verify a source, judge its reliability          | intake investigator | casebook | reliability=B&reasons=asked
            POST | /sources/{id}/retractions     | the source takes something back                 | intake investigator | casebook
            GET  | /sources/{id}/forget          | what would go if a source were forgotten        | intake | casebook
            POST | /sources/{id}/forget          | forget a source                                 | intake | casebook
            # People, by code name
            GET  | /people                       | the list of people                              | intake investigator analyst publisher |
            GET  | /people/{id}                  | one person, without the name                    | intake investigator analyst publisher | casebook
            POST | /people/{id}/name             | show the name once, for a minute; it is written down who looked | intake analyst | casebook names | purpose=asked
            POST | /people/{id}/same             | two code names are one person                   | intake investigator analyst | casebook
            POST | /people/{id}/apart            | they are two after all                          | intake investigator analyst | casebook
            POST | /people/{id}/fate             | what became of them                             | intake investigator | casebook
            POST | /people/{id}/look             | look at somebody known only through others      | intake investigator analyst | casebook
            POST | /people/{id}/values           | age and the like                                | intake investigator analyst | casebook
            POST | /people/{id}/prefer           | prefer one of several values                    | intake investigator analyst | casebook
            POST | /people/{id}/threat           | this person is a threat                         | intake investigator analyst | casebook | reasons=asked
            POST | /people/{id}/consents         | record the consent of whom it is about          | intake investigator | casebook
            POST | /people/{id}/withdrawals      | record that it was taken back                   | intake investigator | casebook
            # Places
            GET  | /places                       | the list of places                              | intake investigator analyst publisher |
            GET  | /places/{id}                  | one place                                       | intake investigator analyst publisher | casebook
            GET  | /places/new                   | the form for a new place                        | intake investigator analyst |
            POST | /places/new                   | open a place                                    | intake investigator analyst | casebook | names={who}+mill&sort=YARD&standing=NOT_KNOWN
            # What others said publicly
            GET  | /statements                   | the list of statements                          | intake investigator analyst publisher |
            GET  | /statements/{id}              | one statement                                   | intake investigator analyst publisher | casebook
            GET  | /statements/new               | the form for a new statement                    | intake investigator analyst |
            POST | /statements/new               | record a statement                              | intake investigator analyst | casebook
            POST | /statements/{id}/investigation | what was done to look into it                  | intake investigator analyst | casebook
            POST | /statements/{id}/weigh        | lay it beside a finding                         | investigator analyst | casebook
            # Findings
            GET  | /findings                     | the list of findings                            | intake investigator analyst publisher |
            GET  | /findings/{id}                | one finding with its checklist                  | intake investigator analyst publisher | casebook
            GET  | /findings/{id}/claims         | what may speak for or against it                | intake investigator analyst publisher | casebook
            GET  | /findings/{id}/independence   | who may know whom                               | intake investigator analyst publisher | casebook
            GET  | /findings/{id}/history        | what it said before                             | intake investigator analyst publisher | casebook
            GET  | /findings/new                 | the form for a new finding                      | investigator analyst |
            POST | /findings/new                 | propose a finding                               | investigator analyst | casebook | sentence=Asked.&language=en&type=INCIDENT&period=March+2019&standard=REASONABLE_SUSPICION&reasons=asked
            GET  | /findings/{id}/sentence       | the form for another sentence                   | investigator analyst | casebook
            POST | /findings/{id}/sentence       | write another sentence                          | investigator analyst | casebook
            POST | /findings/{id}/claims         | weigh claims                                    | investigator analyst | casebook
            POST | /findings/{id}/independence   | judge who speaks apart from whom                | investigator analyst | casebook
            POST | /findings/{id}/reasons        | say why                                         | investigator analyst | casebook | reason=DETAIL&words=asked
            POST | /findings/{id}/answers        | answer a contradiction                          | investigator analyst | casebook
            POST | /findings/{id}/standard       | propose another standard of proof               | investigator analyst | casebook | standard=REASONABLE_SUSPICION&words=asked
            POST | /findings/{id}/review         | read it a second time                           | investigator analyst | casebook
            POST | /findings/{id}/questions      | answer a reader's question                      | investigator analyst | casebook
            POST | /findings/{id}/questions/new  | ask one                                         | investigator analyst | casebook
            POST | /findings/{id}/exposures      | say how many could have told a detail           | investigator publisher | casebook
            POST | /findings/{id}/exposures/new  | mark a detail                                   | investigator publisher | casebook
            # Search
            GET  | /search                       | search in whatever this member may read         | intake investigator analyst publisher |
            POST | /search                       | the same: what is sought stands in no address   | intake investigator analyst publisher |
            POST | /search/name                  | find people by name; it is written down who asked | intake analyst | names
            # Publishing
            GET  | /publishing                   | what was published, to whom                     | publisher |
            GET  | /publishing/{id}              | one package                                     | publisher | released
            GET  | /publishing/{id}/package.zip  | the package itself                              | publisher | released
            GET  | /publishing/log.key           | the public key of the log                       | publisher |
            GET  | /publishing/prepare           | choose findings and a body                      | publisher |
            POST | /publishing/publish           | publish                                         | publisher |
            GET  | /publishing/bodies            | the form for a new body                         | publisher |
            POST | /publishing/bodies            | record a body                                   | publisher | casebook | name={who}&kind=COURT&language=en&standard=REASONABLE_SUSPICION&days=60&nameReceiver=PUBLIC
            # The end
            POST | /set-up/leave                 | leave the founding: ends the session, so it locks | anybody |
            """;

    static AccessTable designed() {
        List<Row> rows = new ArrayList<>();
        String area = "";
        for (String line : ROWS.lines().toList()) {
            if (line.startsWith("# ")) {
                area = line.substring(2);
                continue;
            }
            String[] cells = line.split("\\|");
            Set<Compartment> needs = EnumSet.noneOf(Compartment.class);
            for (Compartment each : Compartment.values()) {
                if (cells.length > 4 && List.of(cells[4].strip().split(" ")).contains(each.word())) {
                    needs.add(each);
                }
            }
            rows.add(new Row(
                    area,
                    cells[0].strip(),
                    cells[1].strip(),
                    cells[2].strip(),
                    Who.of(cells[3].strip()),
                    needs,
                    cells.length > 5 ? cells[5].strip() : ""));
        }
        return new AccessTable(rows);
    }
}
