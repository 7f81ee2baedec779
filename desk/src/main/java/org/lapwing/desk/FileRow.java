// SPDX-License-Identifier: Apache-2.0
package org.lapwing.desk;

import org.lapwing.casebook.fact.IntakeFact.Attachment;
import org.lapwing.casebook.fact.OriginalFact.ExhibitKept;

/** A sealed file as pages list it: what its sender called it, never opened. */
public record FileRow(String name, String type, long bytes) {
    public static FileRow of(Attachment file) {
        return new FileRow(file.name(), file.mediaType(), file.length());
    }

    public static FileRow of(ExhibitKept file) {
        return new FileRow(file.name(), file.mediaType(), file.length());
    }
}
