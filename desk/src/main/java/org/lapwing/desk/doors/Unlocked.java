// SPDX-License-Identifier: Apache-2.0
package org.lapwing.desk.doors;

import java.io.Serial;
import java.security.Principal;
import java.util.Collection;
import java.util.Set;
import org.lapwing.entry.Id;
import org.lapwing.journal.Author;
import org.lapwing.seal.Duty;
import org.lapwing.seal.MemberKeys;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/**
 * A member who has unlocked, with what they can open. It lives in the session, in memory only, and is emptied by
 * locking.
 */
public final class Unlocked extends AbstractAuthenticationToken {
    @Serial
    private static final long serialVersionUID = 1;

    private final transient Member member;
    private final transient Author author;
    private final transient Keys keys;
    private final transient MemberKeys own;

    Unlocked(Member member, Author author, Keys keys, MemberKeys own) {
        super(authorities(member.duties()));
        this.member = member;
        this.author = author;
        this.keys = keys;
        this.own = own;
        setAuthenticated(true);
    }

    /**
     * @param handle the code name that other members see
     */
    public record Member(Id id, String handle, Set<Duty> duties) implements Principal {
        @Override
        public String getName() {
            return handle;
        }

        public boolean has(Duty duty) {
            return duties.contains(duty);
        }
    }

    private static Collection<GrantedAuthority> authorities(Set<Duty> duties) {
        return duties.stream()
                .<GrantedAuthority>map(duty -> new SimpleGrantedAuthority(duty.word()))
                .toList();
    }

    public Member member() {
        return member;
    }

    /** With whose key this member's entries are signed. */
    public Author author() {
        return author;
    }

    public Keys keys() {
        return keys;
    }

    /** Their own key pair, for signing a roster. */
    MemberKeys own() {
        return own;
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public Object getPrincipal() {
        return member;
    }
}
