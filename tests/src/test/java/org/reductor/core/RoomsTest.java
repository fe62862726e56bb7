/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.knime.core.node.NodeFactory;

/** Who knows whom, as docs/developers.md has it: a room of the core knows those before it, the core knows nobody. */
class RoomsTest {

    private static final String CORE = "org.reductor.core";

    private static final List<String> ROOMS = List.of("settings", "data", "objective", "compute", "network", "train",
        "prune.criterion", "prune", "uncertainty", "explain", "model", "exchange");

    private static final JavaClasses PRODUCT =
        new ClassFileImporter().withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
        .importPackages(CORE, "org.reductor.chem", "org.reductor.knime", "org.reductor.dl4j");

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

    @ParameterizedTest
    @ValueSource(strings = {"chem", "knime", "dl4j"})
    void moleculesKnowNothingOfNodesAndTheBridgeNothingOfEither(final String plugin) {
        final String[] others = switch (plugin) {
            case "chem" -> new String[]{"org.reductor.knime..", "org.reductor.dl4j..", "org.knime.."};
            case "knime" -> new String[]{"org.reductor.dl4j.."};
            default -> new String[]{"org.reductor.knime..", "org.reductor.chem..", "org.knime.."};
        };
        noClasses().that().resideInAPackage("org.reductor." + plugin + "..").should().dependOnClassesThat()
            .resideInAnyPackage(others).check(PRODUCT);
    }

    static Stream<String> nodePackages() {
        return PRODUCT.stream().filter(type -> type.isAssignableTo(NodeFactory.class)).map(JavaClass::getPackageName)
            .distinct().sorted();
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
     * 5.8 on and has no other way; docs/developers.md says why.
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
            .map(type -> type.getName().replaceFirst("\\$.*", "")).distinct())
            .containsExactlyInAnyOrder(ui + "node.dialog.defaultdialog.internal.file.FileSelection",
                ui + "node.dialog.defaultdialog.internal.file.FileReaderWidget",
                ui + "node.dialog.defaultdialog.internal.file.FileWriterWidget", ui + "data.InitialDataService",
                ui + "data.RpcDataService", ui + "page.Page", ui + "page.FromFilePage",
                ui + "node.impl.WebUINodeConfiguration", ui + "node.impl.WebUINodeFactory", ui + "node.impl.WebUINodeModel", ui + "node.port.PortView",
                ui + "node.port.PortViewFactory", ui + "node.port.PortViewManager");
    }
}
