// SPDX-License-Identifier: Apache-2.0
package org.lapwing.journal;

import java.security.SecureRandom;
import java.time.Clock;

/** What a journal takes from outside: the time of entries, randomness for ids and salts, and whose signatures count. */
public record Surroundings(Clock clock, SecureRandom random, Signers signers) {}
