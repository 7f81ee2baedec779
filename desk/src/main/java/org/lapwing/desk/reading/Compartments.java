package org.lapwing.desk.reading;

import java.util.List;

/** The compartments that exist from set-up on. */
public final class Compartments {
    /** New reports as collected. */
    public static final String INTAKE = "intake";
    /** Words as told; for those who make working copies. */
    public static final String ORIGINALS = "originals";
    /** Name values of persons and lists. */
    public static final String NAMES = "names";
    /** Working copies, claims, findings. */
    public static final String CASEBOOK = "casebook";
    /** Who may know whom. */
    public static final String TIES = "ties";
    /** People in danger and how they are moved. */
    public static final String MOVING = "moving";
    /** What left the house. */
    public static final String RELEASED = "released";

    public static final List<String> ALL = List.of(INTAKE, ORIGINALS, NAMES, CASEBOOK, TIES, MOVING, RELEASED);

    private Compartments() {}
}
