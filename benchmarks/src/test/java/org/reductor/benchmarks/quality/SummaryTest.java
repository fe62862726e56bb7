/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.benchmarks.quality;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.junit.jupiter.api.Test;

import java.util.List;

class SummaryTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void seedsAreAveragedBeforeSets() {
        final String text = new Summary(List.of(peer("a", 1, 1), peer("a", 2, 3), peer("b", 1, 6))).markdown();
        assertThat(text).contains("| forest | 2 | 3 | 4.0000 |").contains("| a | 2.0000 |").contains("| b | 6.0000 |");
    }

    @Test
    void lossesAreCountedInStandardErrors() {
        final String text = new Summary(List.of(pruning("a", 1, "RMSE", false, .5, .2, .95),
            pruning("a", 2, "RMSE", false, .1, .2, .91), pruning("b", 1, "RMSE", false, -.9, .2, .8))).markdown();
        // Mean over sets of .3 and -.9; one of three is beyond one and two standard errors.
        assertThat(text).contains("| pruned | 3 | -0.3000 | 1 | 1 | 2.5 (a, seed 1) | 86.5 % | 80.0 % | 1 of 2 | 12 "
            + "| 90.0 % | 1.50 |");
    }

    @Test
    void aHigherAreaIsNoLoss() {
        final String text = new Summary(List.of(pruning("a", 1, "ROC_AUC", true, .05, .02, .95))).markdown();
        assertThat(text).contains("## ROC_AUC").contains("| pruned | 1 | -0.0500 | 0 | 0 |");
    }

    @Test
    void configurationsAreToldApartByWhatDiffers() {
        final ObjectNode wide = pruning("a", 1, "RMSE", false, 0, .2, .95);
        wide.putObject("settings").put("criterion", "X").put("hiddenUnits", "[1024]");
        final ObjectNode deep = pruning("a", 1, "RMSE", false, 0, .2, .95);
        deep.putObject("settings").put("criterion", "X").put("hiddenUnits", "[512, 128]");
        final String text = new Summary(List.of(wide, deep, peer("a", 1, 1))).markdown();
        assertThat(text).contains("| pruned (hiddenUnits=[1024]) | 1 | 1 |")
            .contains("| pruned (hiddenUnits=[512, 128]) | 1 | 1 |").contains("| forest | 1 | 1 |")
            .contains("Settings of pruning: criterion=X.");
    }

    @Test
    void oneTableSplitInTwoWaysIsTwoSets() {
        final ObjectNode other = peer("a", 1, 5);
        other.put("split", "random:0.2");
        assertThat(new Summary(List.of(peer("a", 1, 1), other)).markdown()).contains("| a [column] | 1.0000 |")
            .contains("| a [random:0.2] | 5.0000 |");
    }

    @Test
    void aSpreadsheetHasALineAVariant() {
        final List<String> lines =
            new Summary(List.of(peer("a", 1, 1), pruning("b", 2, "RMSE", false, .5, .2, .95))).csv().lines().toList();
        assertThat(lines).hasSize(4).allSatisfy(line -> assertThat(line.split(",", -1)).hasSize(21));
        assertThat(lines.get(1)).startsWith("\"a\",\"column\",1,forest,forest,RMSE,1.0,,,,,,");
        assertThat(lines.get(3)).startsWith("\"b\",\"column\",2,pruning,pruned,RMSE,1.5,,0.5,0.2,0.95,12.0,");
    }

    private static ObjectNode peer(final String set, final int seed, final double score) {
        final ObjectNode line = line(set, seed, "forest", "RMSE", false);
        line.putArray("variants").addObject().put("variant", "forest").putObject("scores").put("RMSE", score);
        return line;
    }

    private static ObjectNode pruning(final String set, final int seed, final String metric,
        final boolean higherIsBetter, final double difference, final double standardError, final double gone) {
        final ObjectNode line = line(set, seed, "pruning", metric, higherIsBetter);
        line.putObject("facts").put("weightsGone", gone).put("inputs", 12)
            .put("intervalCoverage", .9).put("intervalWidth", 1.5);
        final var variants = line.putArray("variants");
        variants.addObject().put("variant", "unpruned").putObject("scores").put(metric, 1);
        variants.addObject().put("variant", "pruned").put("difference", difference)
            .put("standardError", standardError).set("scores", scores(metric, 1 + difference));
        return line;
    }

    private static JsonNode scores(final String metric, final double score) {
        return JSON.createObjectNode().put(metric, score);
    }

    private static ObjectNode line(final String set, final int seed, final String method, final String metric,
        final boolean higherIsBetter) {
        final ObjectNode line = JSON.createObjectNode().put("set", set).put("seed", seed).put("method", method)
            .put("features", "morgan:64:2").put("split", "column").put("metric", metric)
            .put("higherIsBetter", higherIsBetter).put("seconds", 2).put("version", "v");
        line.putObject("settings");
        return line;
    }
}
