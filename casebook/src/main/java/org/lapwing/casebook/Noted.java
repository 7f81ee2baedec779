// SPDX-License-Identifier: Apache-2.0
package org.lapwing.casebook;

import org.lapwing.casebook.fact.Fact;

/** A fact with the entry that says it. */
public record Noted<F extends Fact>(F fact, EntryRef ref) {}
