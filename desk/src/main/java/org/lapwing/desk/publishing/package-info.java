// SPDX-License-Identifier: Apache-2.0
/**
 * What leaves the house: choosing findings and a body, seeing exactly what they will receive and what stays, publishing,
 * and what became of it.
 *
 * <p>Promised: nothing is published that {@code dossier} refuses, and everything that is published is an entry. Refused:
 * a release without the publisher's duty.
 */
@NullMarked
package org.lapwing.desk.publishing;

import org.jspecify.annotations.NullMarked;
