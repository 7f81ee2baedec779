// SPDX-License-Identifier: Apache-2.0
package org.lapwing.bench;

import java.io.IOException;
import java.util.List;

/** One thing that is measured, with its peer, in well under two minutes. */
interface Case {
    String name();

    List<Figure> measure(Workplace place) throws IOException, InterruptedException;
}
