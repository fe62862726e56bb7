/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.knime.core.node.NodeFactory;

/** Who knows whom, as docs/developers.md has it: a room of the core knows those before it, the core knows nobody. */
class RoomsTest {

    private static final String CORE = "org.reductor.core";

    private static final List<String> ROOMS = List.of("settings", "data", "objective", "compute", "network", "train",
        "prune.criterion", "prune", "uncertainty", "explain", "model", "exchange");

    private static final JavaClasses PRODUCT =
        new ClassFileImporter().withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
        .importPackages("org.reductor");

    static Stream<String> rooms() {
        return ROOMS.stream();
    }

    @Test
    void theListNamesEveryRoom() {
        assertThat(PRODUCT.stream().map(JavaClass::getPackageName).filter(name -> name.startsWith(CORE)).distinct())
            .containsExactlyInAnyOrderElementsOf(ROOMS.stream().map(room -> CORE + "." + room).toList());
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void aRoomOfTheCoreKnowsOnlyThoseBeforeIt(final String room) {
        final int place = ROOMS.indexOf(room);
        final String[] known = Stream.concat(Stream.of("java..", "com.fasterxml.jackson.."),
            ROOMS.subList(0, place + 1).stream().map(name -> CORE + "." + name)).toArray(String[]::new);
        classes().that().resideInAPackage(CORE + "." + room).should().onlyDependOnClassesThat()
            .resideInAnyPackage(known).check(PRODUCT);
    }

    @Test
    void computeKnowsNothingOfWhatItIsUsedFor() {
        classes().that().resideInAPackage(CORE + ".compute").should().onlyDependOnClassesThat()
            .resideInAnyPackage("java..", CORE + ".compute", CORE + ".data").check(PRODUCT);
    }

    @Test
    void onlyTheCoreUsesCompute() {
        noClasses().that().resideOutsideOfPackage(CORE + "..").should().dependOnClassesThat()
            .resideInAPackage(CORE + ".compute").check(PRODUCT);
    }

    @Test
    void noPublicMethodOfAnotherRoomTakesOrGivesWhatIsNotExported() {
        assertThat(PRODUCT.stream()
            .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC) && !isCompute(type))
            .flatMap(type -> type.getCodeUnits().stream())
            .filter(unit -> unit.getModifiers().contains(JavaModifier.PUBLIC))
            .filter(unit -> isCompute(unit.getRawReturnType()) || unit.getRawParameterTypes().stream()
                .anyMatch(RoomsTest::isCompute))).isEmpty();
    }

    private static boolean isCompute(final JavaClass type) {
        return type.getBaseComponentType().getPackageName().equals(CORE + ".compute");
    }

    /** Arrows point one way: the command line to the runner, nodes to molecules and the core, all else to the core. */
    static Stream<Arguments> parts() {
        return Stream.of(
            arguments("rdkit", List.of("org.RDKit")),
            arguments("chem", List.of("org.RDKit", "org.reductor.rdkit", CORE)),
            arguments("knime", List.of("org.knime", "org.osgi.framework", "com.fasterxml.jackson", "javax.swing",
                "org.reductor.chem", CORE)),
            arguments("dl4j", List.of("org.deeplearning4j", "org.nd4j", "org.bytedeco", "io.jhdf", "com.fasterxml.jackson",
                CORE)),
            arguments("csv", List.of("com.univocity")),
            arguments("runner", List.of("org.knime", "org.reductor.csv", "com.fasterxml.jackson", "com.sun.management",
                "javax.xml", "org.w3c.dom", "org.xml.sax")),
            arguments("cli", List.of("org.knime", "com.fasterxml.jackson", "picocli", "org.reductor.csv",
                "org.reductor.runner", "org.apache.commons.compress", "com.github.luben.zstd", "blue.strategic.parquet",
                "org.apache.parquet", "org.reductor.knime", "org.reductor.chem", CORE)));
    }

    @ParameterizedTest
    @MethodSource("parts")
    void aPartKnowsOnlyWhatIsBelowIt(final String part, final List<String> below) {
        final String own = "org.reductor." + part;
        assertThat(PRODUCT.stream().filter(type -> type.getPackageName().startsWith(own))).isNotEmpty();
        classes().that().resideInAPackage(own + "..").should().onlyDependOnClassesThat()
            .resideInAnyPackage(Stream.concat(Stream.of("java", own), below.stream()).map(name -> name + "..")
                .toArray(String[]::new)).check(PRODUCT);
    }

    /** docs/security.md relies on it: what DL4J would parse with its old Jackson, SnakeYAML and others is not read. */
    @Test
    void theBridgeParsesNothingWithTheLibrariesOfDl4j() {
        noClasses().that().resideInAPackage("org.reductor.dl4j..").should().dependOnClassesThat()
            .resideInAnyPackage("org.nd4j.shade..", "org.nd4j.autodiff..", "org.nd4j.imports..", "org.nd4j.serde..")
            .check(PRODUCT);
        assertThat(PRODUCT.stream().filter(type -> type.getPackageName().startsWith("org.reductor.dl4j"))
            .flatMap(type -> type.getMethodCallsFromSelf().stream()).map(JavaMethodCall::getTarget)
            .filter(target -> target.getOwner().getPackageName().matches("org\\.(nd4j|deeplearning4j)\\..*"))
            .map(target -> target.getName())).contains("writeModel")
            .noneMatch(name -> name.matches("(?i)(from|import|restore|load|read|guess).*"));
    }

    static Stream<String> nodePackages() {
        return PRODUCT.stream().filter(type -> type.isAssignableTo(NodeFactory.class)).map(JavaClass::getPackageName)
            .filter(name -> name.startsWith("org.reductor.knime")).distinct().sorted();
    }

    /** What nodes share has a package of its own, named for what it holds. */
    @ParameterizedTest
    @MethodSource("nodePackages")
    void nobodyDependsOnThePackageOfANode(final String nodes) {
        noClasses().that().resideOutsideOfPackage(nodes).should().dependOnClassesThat().resideInAPackage(nodes)
            .check(PRODUCT);
    }

    @Test
    void packagesOfNodesAreFound() {
        assertThat(nodePackages()).contains("org.reductor.knime.learner", "org.reductor.knime.loop",
            "org.reductor.knime.predictor").doesNotContain("org.reductor.knime.port").hasSizeGreaterThan(9);
    }

    /**
     * What KNIME does not export for others may go in any version: nothing of it is used but this, which is there from
     * 5.8 on and has no other way; docs/developers.md says why. What the stand-in has of its own begins with Embedded;
     * only the runner and the command know it.
     */
    @Test
    void ofWhatKnimeKeepsForItselfOnlyThisIsUsed() {
        final String ui = "org.knime.core.webui.";
        final List<String> internal = List.of(ui + "data", ui + "page", ui + "node.impl", ui + "node.port");
        assertThat(PRODUCT.stream().filter(type -> type.getPackageName().startsWith("org.reductor"))
            .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
            .map(dependency -> dependency.getTargetClass().getBaseComponentType())
            .filter(type -> type.getPackageName().startsWith("org.knime"))
            .filter(type -> type.getPackageName().contains(".internal") || internal.contains(type.getPackageName()))
            .map(type -> type.getName().replaceFirst("\\$.*", ""))
            .filter(name -> !name.startsWith(ui + "node.impl.Embedded")).distinct())
            .containsExactlyInAnyOrder(ui + "node.dialog.defaultdialog.internal.file.FileSelection",
                ui + "node.dialog.defaultdialog.internal.file.FileReaderWidget",
                ui + "node.dialog.defaultdialog.internal.file.FileWriterWidget", ui + "data.InitialDataService",
                ui + "data.RpcDataService", ui + "page.Page", ui + "page.FromFilePage",
                ui + "node.impl.WebUINodeConfiguration", ui + "node.impl.WebUINodeFactory",
                ui + "node.impl.WebUINodeModel", ui + "node.port.PortView", ui + "node.port.PortViewFactory",
                ui + "node.port.PortViewManager");
    }
}
