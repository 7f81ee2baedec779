// SPDX-License-Identifier: Apache-2.0
package org.lapwing.dossier;

/** What is wrong with which file of a package. */
public record Fault(String file, String reason) {}
