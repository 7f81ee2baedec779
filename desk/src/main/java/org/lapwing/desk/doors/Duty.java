package org.lapwing.desk.doors;

import java.util.Locale;

/** What a member does for the group. A route is open to duties, a compartment to grants: the two are kept apart. */
public enum Duty {
    INTAKE,
    INVESTIGATOR,
    ANALYST,
    COORDINATOR,
    CUSTODIAN,
    PUBLISHER,
    STEWARD;

    /** As the roster and the routes write it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
