/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime.predictor;

import java.util.function.Predicate;

import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.After;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.layout.Section;
import org.knime.node.parameters.migration.DefaultProvider;
import org.knime.node.parameters.migration.Migrate;
import org.knime.node.parameters.migration.Migration;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.knime.node.parameters.updates.EffectPredicate;
import org.knime.node.parameters.updates.EffectPredicateProvider;
import org.knime.node.parameters.updates.EffectPredicateProvider.PredicateInitializer;
import org.knime.node.parameters.updates.ParameterReference;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.updates.util.BooleanReference;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.choices.Label;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MaxValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation;
import org.knime.node.parameters.widget.text.TextInputWidget;
import org.reductor.chem.screen.PredictionOptions;
import org.reductor.core.data.Task;
import org.reductor.core.uncertainty.IntervalScores;
import org.reductor.knime.column.Columns;
import org.reductor.knime.column.MoleculeColumns;
import org.reductor.knime.port.NetworksPortObjectSpec;

/** Settings of the node Network Predictor. */
final class NetworkPredictorParameters implements NodeParameters {

    /** Index of the networks among the inputs. */
    private static final int NETWORKS = 0;

    /** Index of the table among the inputs. */
    static final int TABLE = 1;

    /** Where the features come from. */
    enum Source {
        @Label(value = "Automatic", description = "A features column that was made exactly as the networks need it; if "
            + "there is none, the columns of the same names as in training.")
        AUTOMATIC,
        @Label(value = "Molecule column", description = "Features are made from a molecule column of your choice, for "
            + "networks that read a single one.")
        MOLECULE_COLUMN
    }

    /** What to do with rows whose features cannot be made. */
    enum BadMolecules {
        @Label(value = "Missing prediction", description = "The row stays; its prediction is missing, with the reason.")
        MISSING,
        @Label(value = "Fail", description = "The node fails and says how many such rows there are.")
        FAIL
    }

    /** What to do with categories that training never saw. */
    enum UnknownCategoryChoice {
        @Label(value = "Ignore", description = "The row is predicted as if it had no category there; a warning counts "
            + "such values.")
        IGNORE,
        @Label(value = "Fail", description = "The node fails and names them.")
        FAIL
    }

    @Section(title = "Input")
    interface InputSection {
    }

    @Section(title = "Uncertainty")
    @After(InputSection.class)
    interface UncertaintySection {
    }

    @Section(title = "Output")
    @After(UncertaintySection.class)
    interface OutputSection {
    }

    /** Nodes that were stored before a column could be appended go on without it. */
    static final class NotInOldNodes implements DefaultProvider<Boolean> {
        @Override
        public Boolean getDefault() {
            return false;
        }
    }

    static final class AtLeastHalf extends MinValidation {
        @Override
        protected double getMin() {
            return 100 * IntervalScores.LEAST_COVERAGE;
        }
    }

    static final class AtMostNearlyAll extends MaxValidation {
        @Override
        protected double getMax() {
            return 100 * IntervalScores.LARGEST_COVERAGE;
        }
    }

    interface SourceReference extends ParameterReference<Source> {
    }

    static final class IsMoleculeColumn implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(SourceReference.class).isOneOf(Source.MOLECULE_COLUMN);
        }
    }

    /** Whether the networks predict a target of some kind; as long as they are unknown, they may. */
    private static EffectPredicate mayPredict(final PredicateInitializer i, final Predicate<Task> kind) {
        return i.getConstant(input -> input.getInPortSpec(NETWORKS).map(NetworksPortObjectSpec.class::cast)
            .map(NetworksPortObjectSpec::tasks).filter(tasks -> !tasks.isEmpty())
            .map(tasks -> tasks.stream().anyMatch(kind)).orElse(true));
    }

    static final class MayPredictNumbers implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return mayPredict(i, Task::isNumber);
        }
    }

    static final class MayPredictClasses implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return mayPredict(i, task -> !task.isNumber());
        }
    }

    static final class Intervals implements BooleanReference {
    }

    static final class AppendsIntervals implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return mayPredict(i, Task::isNumber).and(i.getPredicate(Intervals.class));
        }
    }

    /** The molecule columns of this node's table. */
    static final class TableMoleculeColumns extends MoleculeColumns {
        @Override
        public int getInputTableIndex() {
            return TABLE;
        }
    }

    @Widget(title = "Features from", description = "What the networks read. Automatic suits nearly always; choose a "
        + "molecule column where it has another name than in training.")
    @ValueSwitchWidget
    @ValueReference(SourceReference.class)
    @Layout(InputSection.class)
    Source m_source = Source.AUTOMATIC;

    @Widget(title = "Molecule column", description = "Column with the molecules: SMILES or molblocks as text, or the "
        + "SMILES, SDF and RDKit columns of other extensions.")
    @ChoicesProvider(TableMoleculeColumns.class)
    @Effect(type = EffectType.SHOW, predicate = IsMoleculeColumn.class)
    @Layout(InputSection.class)
    String m_moleculeColumn;

    @Widget(title = "Rows that cannot be used",
        description = "What happens to rows with a molecule that cannot be read, or without a value that is needed.")
    @ValueSwitchWidget
    @Advanced
    @Layout(InputSection.class)
    BadMolecules m_badMolecules = BadMolecules.MISSING;

    @Widget(title = "Unknown categories",
        description = "What happens to values of a categorical column that the training rows did not have.")
    @ValueSwitchWidget
    @Advanced
    @Layout(InputSection.class)
    @Migrate(loadDefaultIfAbsent = true)
    UnknownCategoryChoice m_unknownCategories = UnknownCategoryChoice.IGNORE;

    @Widget(title = "Append prediction intervals", description = "Appends two columns for each number: the lower and "
        + "the upper end of an interval that covers the true value with the probability below.")
    @ValueReference(Intervals.class)
    @Effect(type = EffectType.SHOW, predicate = MayPredictNumbers.class)
    @Layout(UncertaintySection.class)
    @Migration(NotInOldNodes.class)
    boolean m_intervals = true;

    @Widget(title = "Coverage of intervals in %", description = "In how many of a hundred rows that are like those of "
        + "the training the interval covers the true value. The more, the wider it is.")
    @NumberInputWidget(minValidation = AtLeastHalf.class, maxValidation = AtMostNearlyAll.class)
    @Effect(type = EffectType.SHOW, predicate = AppendsIntervals.class)
    @Layout(UncertaintySection.class)
    @Migrate(loadDefaultIfAbsent = true)
    int m_coverage = 90;

    @Widget(title = "Calibrate probabilities", description = "Corrects the probabilities of classes by how often they "
        + "were right in rows that the networks had not seen. Otherwise they are as the networks give them, which "
        + "are often too sure. The columns of single networks stay as they are.")
    @Effect(type = EffectType.SHOW, predicate = MayPredictClasses.class)
    @Layout(UncertaintySection.class)
    @Migration(NotInOldNodes.class)
    boolean m_calibrate = true;

    @Widget(title = "Append the similarity", description = "Appends a column with the similarity of each row to the "
        + "most similar one of the training, from 0 to 1. A warning counts the rows that are less similar than "
        + "nineteen of twenty rows of the training were to the others, if they are many.")
    @Layout(UncertaintySection.class)
    @Migration(NotInOldNodes.class)
    boolean m_similarity = true;

    @Widget(title = "Column name suffix", description = "Appended to the names of the new columns, so that several "
        + "predictors can follow one another, for example ' unpruned'.")
    @TextInputWidget
    @Layout(OutputSection.class)
    String m_columnSuffix = "";

    @Widget(title = "Append each network's prediction",
        description = "Appends one more column for each network besides their mean and spread.")
    @Advanced
    @Layout(OutputSection.class)
    boolean m_appendEachNetwork;

    @Widget(title = "Remove the features column", description = "Leaves out the features column that the "
        + "predictions are made from. Writers of text files, such as the CSV Writer, refuse tables with vectors.")
    @Layout(OutputSection.class)
    boolean m_removeFingerprints;

    NetworkPredictorParameters() {
        // no input to guess from
    }

    NetworkPredictorParameters(final NodeParametersInput input) {
        m_moleculeColumn =
            input.getInTableSpec(TABLE).map(spec -> Columns.guess(spec, Columns.Role.MOLECULE)).orElse(null);
    }

    /** @return the suffix, empty when none is set */
    String suffix() {
        return m_columnSuffix == null ? "" : m_columnSuffix;
    }

    /** @return what is told of a row */
    PredictionOptions options() {
        return new PredictionOptions(m_intervals, m_coverage / 100.0, m_calibrate, m_similarity, m_appendEachNetwork);
    }

    @Override
    public void validate() throws InvalidSettingsException {
        if (m_coverage < 100 * IntervalScores.LEAST_COVERAGE || m_coverage > 100 * IntervalScores.LARGEST_COVERAGE) {
            throw new InvalidSettingsException("The coverage of intervals is " + m_coverage
                + " %; it must be from 50 to 99 %.");
        }
        if (m_source == Source.MOLECULE_COLUMN && (m_moleculeColumn == null || m_moleculeColumn.isEmpty())) {
            throw new InvalidSettingsException(
                "No molecule column is chosen. Choose one, or let the node find its input automatically.");
        }
    }
}
