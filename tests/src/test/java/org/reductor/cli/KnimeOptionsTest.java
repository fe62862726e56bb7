/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.reductor.runner.workflow.FlowValue;
import org.reductor.runner.workflow.NodeOption;

import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

class KnimeOptionsTest {

    @TempDir
    Path workflow;

    private BatchOptions parse(final String... args) throws OptionException {
        return read(workflow, args);
    }

    private static BatchOptions read(final Path given, final String... args) throws OptionException {
        final KnimeOptions options = new KnimeOptions();
        try {
            ReductorCommand.withRules(new CommandLine(options)).parseArgs(KnimeOptions.normalised(args));
        } catch (final ParameterException ex) {
            throw new OptionException(Problems.text(ex));
        }
        return options.read(given);
    }

    @Test
    void whatTheLauncherOfAnInstallationTakesIsAccepted() throws Exception {
        final BatchOptions options = read(null, "-nosplash", "-consoleLog", "-reset", "-nosave", "-failOnLoadError",
            "-updateLinks", "-application", "org.knime.product.KNIME_BATCH_APPLICATION", "-workflowDir=" + workflow,
            "-vmargs", "-Dwhatever=1");
        assertThat(options.workflow()).isEqualTo(workflow);
        assertThat(options.save()).isFalse();
        assertThat(options.execute()).isTrue();
    }

    @Test
    void variablesHaveTheirTypes() throws Exception {
        assertThat(parse("-workflow.variable=a,1,int", "-workflow.variable=b,0.5,double",
            "-workflow.variable=c,\"x, y\",String").variables()).containsExactly(new FlowValue("a", 1),
                new FlowValue("b", 0.5), new FlowValue("c", "x, y"));
    }

    @Test
    void valueOfANodeOptionMayHoldCommas() throws Exception {
        assertThat(parse("-option=3,settings/names,a,b,c,String").nodeOptions())
            .containsExactly(new NodeOption(3, "settings/names", "a,b,c", "String"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\t", " ", "", ",", ";"})
    void aDelimiterIsTakenAsItIs(final String delimiter) throws Exception {
        assertThat(parse("-option=8,settings/column_delimiter," + delimiter + ",String").nodeOptions())
            .containsExactly(new NodeOption(8, "settings/column_delimiter", delimiter, "String"));
    }

    /** What a shell makes of a tab or a blank without quotes. */
    @Test
    void anOptionThatWasCutAtABlankIsToldOfQuotes() {
        assertThatThrownBy(() -> parse("-option=8,settings/column_delimiter,", ",String"))
            .isInstanceOf(OptionException.class).hasMessageContaining("nodeId,key,value,type")
            .hasMessageContaining("in quotes");
    }

    @Test
    void optionWithoutEffectLeavesANote() throws Exception {
        assertThat(parse("-masterkey=secret").notes()).singleElement().asString().contains("-masterkey", "no effect")
            .doesNotContain("secret");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"-nosuch | Unknown option '-nosuch'",
        "-workflowDir | Missing required parameter for option '-workflowDir'",
        "-workflowDir= | -workflowDir needs a value",
        "-workflowDir=/no/such/place | '/no/such/place'", "-workflowFile=/no/such/file | '/no/such/file'",
        "-workflow.variable=a,b | name,value,type", "-workflow.variable=a,x,int | 'x' is not of type int",
        "-workflow.variable=a,x,date | 'date'", "-option=3,seed,long | nodeId,key,value,type",
        "-option=three,seed,1,long | 'three'", "-option=3,seed,one,long | 'one' is not of type long",
        "-option=3,seed,1,number | 'number'", "-preferences=/no/such/file | '/no/such/file'"})
    void mistakesAreNamed(final String option, final String message) {
        assertThatThrownBy(() -> parse(option)).isInstanceOf(OptionException.class).hasMessageContaining(message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-Xmx4g", "-XX:MaxRAMPercentage=80", "-Dreductor.debug=true"})
    void optionOfJavaIsRefusedWithTheVariableThatTakesIt(final String option) {
        assertThatThrownBy(() -> parse(option)).isInstanceOf(OptionException.class)
            .hasMessageContaining("put REDUCTOR_JAVA_OPTIONS=" + option + " before the command");
    }

    @Test
    void mistypedOptionGetsAGuess() {
        assertThatThrownBy(() -> parse("-nosav")).hasMessageContaining("Did you mean -nosave");
    }

    @Test
    void ofAnOptionThatIsGivenTwiceTheLastValueCounts() throws Exception {
        assertThat(parse("-nosave", "-nosave", "-workflow.variable=a,1,int", "-workflow.variable=a,2,int").variables())
            .containsExactly(new FlowValue("a", 1), new FlowValue("a", 2));
        assertThat(parse("-destDir=one", "-destDir=two").destDir()).isEqualTo(Path.of("two"));
    }

    @Test
    void aWorkflowIsSavedToOnePlace() {
        assertThatThrownBy(() -> parse("-destDir=one", "-destFile=two")).isInstanceOf(OptionException.class)
            .hasMessageContaining("-destDir and -destFile exclude each other");
    }

    @Test
    void whatComesAfterVmargsLeavesANote() throws Exception {
        assertThat(parse("-vmargs", "-Xmx4g").notes()).singleElement().asString().contains("-vmargs has no effect",
            "REDUCTOR_JAVA_OPTIONS");
    }

    @Test
    void oneWorkflowIsNeeded() {
        assertThatThrownBy(() -> read(null, "-reset"))
            .hasMessageContaining("-workflowDir");
        assertThatThrownBy(() -> parse("-workflowDir=" + workflow)).hasMessageContaining("Two workflows");
    }
}
