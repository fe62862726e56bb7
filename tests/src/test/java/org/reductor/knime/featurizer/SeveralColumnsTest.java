/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime.featurizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.reductor.knime.ColumnChoices.select;
import static org.reductor.knime.Tables.text;
import static org.reductor.knime.featurizer.FeaturizerRuns.REACTIONS;
import static org.reductor.knime.featurizer.FeaturizerRuns.node;
import static org.reductor.knime.featurizer.FeaturizerRuns.reasons;
import static org.reductor.knime.featurizer.FeaturizerRuns.recipe;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.vector.bitvector.BitVectorValue;
import org.knime.core.data.vector.doublevector.DoubleVectorValue;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;
import org.reductor.chem.DescriptorSet;
import org.reductor.chem.Featurizer;
import org.reductor.chem.FingerprintKind;
import org.reductor.core.data.FeatureBlock;
import org.reductor.core.data.FeatureRecipe;
import org.reductor.knime.NodeRunner;
import org.reductor.knime.Tables;
import org.reductor.knime.column.BitCells;
import org.reductor.knime.column.FeatureCells;
import org.reductor.knime.column.RecipeProperty;

/** Columns stand side by side in the vector, each with its own block. */
class SeveralColumnsTest {

    @Test
    void moleculeColumnsStandSideBySide() throws Exception {
        final NodeRunner node = node(s -> select(s, "moleculeColumns", "am\u00edne > \"1\"", "acid")).run(REACTIONS);

        assertThat(recipe(node).blocks()).extracting(FeatureBlock::column).containsExactly("acid",
            "am\u00edne > \"1\"");
        assertThat(Tables.rowIds(node.table(0))).containsExactly("Row0", "Row1", "Row3", "Row4");
        assertThat(reasons(node)).containsExactly("Column 'am\u00edne > \"1\"': The molecule is missing.");
        assertThat(node.warnings().get(0)).startsWith("1 of 5 rows could not be used and went to the second output.");
        final BitVectorValue both = (BitVectorValue)Tables.column(node.table(0), "Features").get(0);
        final int[] acid = bits("acid", "CC(=O)O");
        final int[] amine = Arrays.stream(bits("m", "CN")).map(bit -> bit + 64).toArray();
        assertThat(both.length()).isEqualTo(128);
        assertThat(BitCells.setBits(both)).startsWith(acid).endsWith(amine).hasSize(acid.length + amine.length);
        assertThat(Tables.structure(node.configure(REACTIONS)[0]))
            .isEqualTo(Tables.structure(node.table(0).getDataTableSpec()));
    }

    private static int[] bits(final String column, final String smiles) throws Exception {
        return new Featurizer(Featurizer.recipe(column, FingerprintKind.MORGAN, 64, 2)).features(smiles).columns();
    }

    @Test
    void missingMoleculesCanBeLeftEmpty() throws Exception {
        final NodeRunner node = node(s -> {
            select(s, "moleculeColumns", "am\u00edne > \"1\"", "acid");
            s.addString("emptyInputs", "EMPTY");
        }).run(REACTIONS);

        assertThat(node.table(0).size()).isEqualTo(5);
        assertThat(BitCells.setBits((BitVectorValue)Tables.column(node.table(0), "Features").get(2)))
            .containsExactly(bits("acid", "CC(=O)O"));
    }

    @Test
    void categoriesBecomeBitsThatAreKnownAfterExecution() throws Exception {
        final NodeRunner node = node(s -> {
            select(s, "moleculeColumns", "acid");
            select(s, "categoricalColumns", "base");
        });
        final var before = ((DataTableSpec)node.configure(REACTIONS)[0])
            .getColumnSpec("Features");
        node.run(REACTIONS);

        assertThat(RecipeProperty.of(before)).isEmpty();
        assertThat(before.getType()).isEqualTo(node.table(0).getDataTableSpec().getColumnSpec("Features").getType());
        assertThat(recipe(node).width()).isEqualTo(66);
        assertThat(recipe(node).feature(64).name()).isEqualTo("base = DBU");
        assertThat(reasons(node)).containsExactly("The category in column 'base' is missing.");
        final List<DataCell> cells = Tables.column(node.table(0), "Features");
        assertThat(((BitVectorValue)cells.get(0)).get(64)).isTrue();
        assertThat(((BitVectorValue)cells.get(1)).get(65)).isTrue();
    }

    @Test
    void numbersAndDescriptorsMakeAVectorOfNumbers() throws Exception {
        final NodeRunner node = node(s -> {
            select(s, "moleculeColumns", "acid");
            select(s, "numericColumns", "\u00b0C");
            s.addString("fingerprint", "NONE");
            s.addBoolean("descriptors", true);
        }).run(REACTIONS);

        assertThat(recipe(node).width()).isEqualTo(21);
        assertThat(recipe(node).feature(20).name()).isEqualTo("\u00b0C");
        assertThat(reasons(node)).containsExactly("The number in column '\u00b0C' is missing.");
        final List<DataCell> cells = Tables.column(node.table(0), "Features");
        for (int feature = 0; feature < 21; feature++) {
            double sum = 0;
            for (final DataCell cell : cells) {
                sum += ((DoubleVectorValue)cell).getValue(feature);
            }
            assertThat(sum).as(recipe(node).feature(feature).name()).isBetween(-1e-5, 1e-5);
        }
    }

    @Test
    void countsMakeAVectorOfNumbersWithoutAFirstPass() throws Exception {
        final NodeRunner node = node(s -> {
            select(s, "moleculeColumns", "acid");
            s.addString("fingerprintValues", "COUNTS");
        }).run(REACTIONS);

        assertThat(recipe(node).blocks()).extracting(FeatureBlock::kind).containsExactly("morgan-count");
        assertThat(FeatureCells.features(Tables.column(node.table(0), "Features").get(1)).values()).contains(2f);
        assertThat(Tables.structure(node.configure(REACTIONS)[0]))
            .isEqualTo(Tables.structure(node.table(0).getDataTableSpec()));
    }

    @Test
    void severalFingerprintsAndAllDescriptorsStandSideBySide() throws Exception {
        final NodeRunner node = node(s -> {
            select(s, "moleculeColumns", "acid");
            s.addString("secondFingerprint", "ATOM_PAIR");
            s.addString("secondValues", "COUNTS");
            s.addString("thirdFingerprint", "MACCS");
            s.addString("descriptorSet", "ALL");
        }).run(REACTIONS);

        final FeatureRecipe recipe = recipe(node);
        assertThat(recipe.blocks()).extracting(FeatureBlock::kind).containsExactly("morgan", "atom-pair-count", "maccs",
            "descriptors");
        assertThat(recipe.blocks()).extracting(FeatureBlock::width).containsExactly(64, 64, 167,
            DescriptorSet.ALL.ids().size());
        final var features = FeatureCells.features(Tables.column(node.table(0), "Features").get(0));
        final int[] acid = bits("acid", "CC(=O)O");
        assertThat(Arrays.stream(features.columns()).filter(column -> column < 64)).containsExactly(
            Arrays.stream(acid).boxed().toArray(Integer[]::new));
        for (final FeatureBlock block : recipe.blocks()) {
            final int start = recipe.blocks().stream().takeWhile(b -> b != block).mapToInt(FeatureBlock::width).sum();
            assertThat(Arrays.stream(features.columns())).as(block.kind())
                .anyMatch(column -> column >= start && column < start + block.width());
        }
    }

    @Test
    void sameFingerprintTwiceIsRefusedButBitsAndCountsAreTwo() throws Exception {
        final NodeRunner twice = node(s -> {
            select(s, "moleculeColumns", "acid");
            s.addString("thirdFingerprint", "MORGAN");
            s.addString("thirdValues", "BITS");
        });
        assertThatThrownBy(() -> twice.configure(REACTIONS)).isInstanceOf(InvalidSettingsException.class)
            .hasMessage("The fingerprint 'morgan' is chosen twice: choose another one or other values, or None.");

        final NodeRunner both = node(s -> {
            select(s, "moleculeColumns", "acid");
            s.addString("thirdFingerprint", "MORGAN");
            s.addString("thirdValues", "COUNTS");
        }).run(REACTIONS);
        assertThat(recipe(both).blocks()).extracting(FeatureBlock::kind).containsExactly("morgan", "morgan-count");
    }

    /** 28 pairs of the eight atoms of ethylbenzene; atom pairs have the unit 7. */
    @Test
    void scaledCountsAreDividedByTheUnitOfTheirKind() throws Exception {
        final NodeRunner node = node(s -> {
            select(s, "moleculeColumns", "smiles");
            s.addString("fingerprint", "NONE");
            s.addString("thirdFingerprint", "ATOM_PAIR");
        }).run(Tables.of(List.of(text("smiles")), new Object[]{"CCc1ccccc1"}));

        assertThat(recipe(node).blocks()).singleElement().satisfies(block -> {
            assertThat(block.kind()).isEqualTo("atom-pair-count");
            assertThat(block.parameters()).containsEntry("unit", "7.0");
        });
        double sum = 0;
        for (final float value : FeatureCells.features(Tables.column(node.table(0), "Features").get(0)).values()) {
            sum += value;
        }
        assertThat(sum).isCloseTo(28 / 7.0, within(1e-6));
    }

    @Test
    void rolesOfReactionsAreBlocksAndMissingOnesAreNamed() throws Exception {
        final NodeRunner strict = node(s -> select(s, "reactionColumns", "rxn")).run(REACTIONS);
        assertThat(recipe(strict).blocks()).extracting(block -> block.parameters().get(FeatureBlock.ROLE))
            .containsExactly("reactants", "agents", "products");
        assertThat(Tables.rowIds(strict.table(0))).containsExactly("Row0");
        assertThat(reasons(strict)).containsExactly("The reaction has no agents.",
            "The reaction has no products.", "The reaction is missing.",
            "The text 'C>C' is not a reaction SMILES: reactants, agents and products must be set apart by two '>', but "
                + "it has 1.");

        final NodeRunner lenient = node(s -> {
            select(s, "reactionColumns", "rxn");
            s.addString("emptyInputs", "EMPTY");
        }).run(REACTIONS);
        assertThat(Tables.rowIds(lenient.table(0))).containsExactly("Row0", "Row1", "Row2", "Row3");

        final NodeRunner some = node(s -> {
            select(s, "reactionColumns", "rxn");
            s.addBoolean("agents", false);
        }).run(REACTIONS);
        assertThat(recipe(some).width()).isEqualTo(128);
        assertThat(Tables.rowIds(some.table(0))).containsExactly("Row0", "Row1");
    }

    @Test
    void saltsAreStandardisedWhenAsked() throws Exception {
        final var table = Tables.of(List.of(text("smiles")), new Object[]{"CC(=O)[O-].[Na+]"}, new Object[]{"CC(=O)O"});
        final NodeRunner node = node(s -> {
            select(s, "moleculeColumns", "smiles");
            s.addBoolean("largestFragment", true);
            s.addBoolean("neutralize", true);
        }).run(table);

        final List<DataCell> cells = Tables.column(node.table(0), "Features");
        assertThat(cells.get(0)).isEqualTo(cells.get(1));
        assertThat(recipe(node).blocks().get(0).parameters()).containsEntry("standardize",
            "largest-fragment,neutralize");
    }

    @Test
    void aColumnCanServeTwiceAndColumnsOfEqualContentStayApart() throws Exception {
        final var table = Tables.of(List.of(text("a"), text("b")), new Object[]{"CCO", "CCO"},
            new Object[]{"CCN", "CCN"});
        final NodeRunner node = node(s -> {
            select(s, "moleculeColumns", "a", "b");
            select(s, "categoricalColumns", "a");
        }).run(table);

        assertThat(recipe(node).width()).isEqualTo(130);
        final int[] bits = BitCells.setBits((BitVectorValue)Tables.column(node.table(0), "Features").get(0));
        assertThat(bits).contains(129); // CCN comes before CCO
        assertThat(Arrays.stream(bits).filter(bit -> bit >= 64 && bit < 128).map(bit -> bit - 64).toArray())
            .containsExactly(Arrays.stream(bits).filter(bit -> bit < 64).toArray());
    }

    @Test
    void aYieldTableOfFourMoleculeColumnsIsTheConcatenationOfItsColumns() throws Exception {
        final Path folder = Path.of(System.getenv().getOrDefault("REDUCTOR_BENCHMARK_DATA", "../../shared/data"));
        final Path file = folder.resolve("yield-buchwald-hartwig.csv");
        assumeThat(file).as("the table is not part of the clone").isRegularFile();
        final List<String> lines = Files.readAllLines(file);
        final String[] names = Arrays.copyOf(lines.get(0).split(","), 4);
        final List<Object[]> rows = new ArrayList<>();
        for (int i = 1; i < lines.size(); i += 13) {
            rows.add(Arrays.copyOf(lines.get(i).split(","), 4, Object[].class));
        }
        final BufferedDataTable table =
            Tables.of(Arrays.stream(names).map(Tables::text).toList(), rows.toArray(Object[][]::new));

        final NodeRunner node = node(s -> {
            select(s, "moleculeColumns", names);
            s.addInt("length", 2048);
        }).run(table);
        assertThat(recipe(node).blocks()).extracting(FeatureBlock::column).containsExactly(names);
        assertThat(recipe(node).width()).isEqualTo(8192);
        assertThat(recipe(node).feature(4096 + 7)).satisfies(feature -> {
            assertThat(feature.name()).isEqualTo("base: Morgan bit 7");
            assertThat(Map.of(feature.blockIndex(), feature.position())).containsExactly(Map.entry(2, 7));
        });
        final List<DataCell> cells = Tables.column(node.table(0), "Features");
        assertThat(cells).hasSize(rows.size());
        for (int c = 0; c < 4; c++) {
            final var single = new Featurizer(Featurizer.recipe(names[c], FingerprintKind.MORGAN, 2048, 2));
            for (int r = 0; r < rows.size(); r += 10) {
                final int start = 2048 * c;
                assertThat(Arrays.stream(BitCells.setBits((BitVectorValue)cells.get(r)))
                    .filter(bit -> bit >= start && bit < start + 2048).map(bit -> bit - start).toArray())
                        .containsExactly(single.features(rows.get(r)[c]).columns());
            }
        }
    }
}
