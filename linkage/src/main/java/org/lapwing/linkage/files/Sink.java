// SPDX-License-Identifier: Apache-2.0
package org.lapwing.linkage.files;

import java.io.IOException;
import java.io.OutputStream;

/** Where outputs go, one stream a file; whoever gives it seals and renames. */
public interface Sink {

    /** A stream for the file of this name, which the caller closes. */
    OutputStream open(String name) throws IOException;
}
