// SPDX-License-Identifier: Apache-2.0
package org.lapwing.linkage.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.lapwing.linkage.compare.Comparison;
import org.lapwing.linkage.compare.Kind;
import org.lapwing.linkage.lists.Field;

class WrittenTest {

    /** Between lists of two scripts no name is "the same", though kin were learned where nearly all are. */
    @Test
    void kinShareAFamilyNameAsOftenAsLearnedAndWriteItAsTheseTwoListsDo() {
        Comparison<Object> family = Field.comparison(Kind.FAMILY_NAME);
        double[] twoScripts = {0.03, 0.01, 0.01, 0, 0, 0.19, 0.76, 0};
        double[] kinOfOneList = {0.04, 0.03, 0.02, 0, 0.01, 0.02, 0.08, 0.8};
        double[] written = Written.as(twoScripts, kinOfOneList, family);
        assertThat(written[5] + written[6] + written[7]).isCloseTo(0.9, within(1e-5));
        assertThat(written[6] / written[5]).isCloseTo(4, within(1e-9));
        assertThat(written[7]).isLessThan(1e-5);
        for (int level = 0; level < 5; level++) {
            assertThat(written[level]).isEqualTo(kinOfOneList[level]);
        }
    }
}
