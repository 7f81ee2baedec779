// SPDX-License-Identifier: Apache-2.0
package org.lapwing.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** Each package of the desk is one part of the work; none leans on another in a circle. */
class DeskModulesTest {
    /** What puts the parts together and what every page of theirs stands in: it knows them all. */
    private static final DescribedPredicate<JavaClass> THE_SPINE = DescribedPredicate.describe(
            "the desk's own package", type -> type.getPackageName().equals(DeskHouse.class.getPackageName()));

    @Test
    void noPartOfTheDeskLeansOnAnotherInACircle() {
        ApplicationModules modules = ApplicationModules.of(DeskHouse.class.getPackageName(), THE_SPINE);
        assertThat(modules.stream().count()).isGreaterThanOrEqualTo(10);
        modules.verify();
    }
}
