/**
 * What the journal holds of people in danger, in the compartment {@code moving}: households, houses and helpers by code
 * name, what is fixed, which plan was taken, who has no place and by whose decision. The author of an entry is who decided.
 *
 * <p>Promised: a situation and the plan in force follow from the entries alone ({@link org.lapwing.evacuation.entries.Board}).
 * Slot numbers are fixed for ever; the listing is {@code docs/formats/moving.md}. No entry holds an address: that is a card
 * of its own. Stateless; everything here is immutable.
 */
@NullMarked
package org.lapwing.evacuation.entries;

import org.jspecify.annotations.NullMarked;
