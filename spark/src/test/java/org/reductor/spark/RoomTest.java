/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.spark;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class RoomTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("org.reductor.spark");

    @Test
    void sparkKnowsTheChemistryAndTheCoreAndNoKnime() {
        classes().that().resideInAPackage("org.reductor.spark").should().onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "org.reductor.spark", "org.reductor.chem", "org.reductor.chem.screen",
                "org.reductor.core..", "org.apache.spark..", "org.apache.hadoop..", "scala..", "org.slf4j", "picocli")
            .check(CLASSES);
    }

    @Test
    void nobodyReachesIntoTheKernels() {
        noClasses().should().dependOnClassesThat().resideInAPackage("org.reductor.core.compute..").check(CLASSES);
    }
}
