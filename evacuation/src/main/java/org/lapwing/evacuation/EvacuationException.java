// SPDX-License-Identifier: Apache-2.0
package org.lapwing.evacuation;

/** What was given is no situation or no plan: the message says where and what would be accepted, and quotes nobody's data. */
public class EvacuationException extends RuntimeException {
    public EvacuationException(String message) {
        super(message);
    }
}
