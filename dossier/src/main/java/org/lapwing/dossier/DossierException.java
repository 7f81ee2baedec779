// SPDX-License-Identifier: Apache-2.0
package org.lapwing.dossier;

/** A package could not be made, by a fault of the caller or of ours. The message never holds what is in it. */
public class DossierException extends RuntimeException {
    public DossierException(String message) {
        super(message);
    }

    public DossierException(String message, Throwable cause) {
        super(message, cause);
    }
}
