/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime.learner;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.migration.Migrate;
import org.knime.node.parameters.migration.Migration;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.choices.filter.ColumnFilter;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveDoubleValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;
import org.knime.node.parameters.widget.text.TextInputWidget;
import org.reductor.core.data.DataSplit;
import org.reductor.core.data.RowRules;
import org.reductor.core.prune.EnsembleSettings;
import org.reductor.core.train.Optimizer;
import org.reductor.core.train.TrainingSettings;
import org.reductor.knime.choice.Bounds;
import org.reductor.knime.choice.RowChoices.DuplicateChoice;
import org.reductor.knime.choice.RowChoices.GroupingChoice;
import org.reductor.knime.choice.RowChoices.JudgesChoice;
import org.reductor.knime.choice.RowChoices.MissingChoice;
import org.reductor.knime.choice.RowChoices.StratificationChoice;
import org.reductor.knime.choice.RowChoices.WeightingChoice;
import org.reductor.knime.choice.TrainingChoices.ActivationChoice;
import org.reductor.knime.choice.TrainingChoices.ClassLossChoice;
import org.reductor.knime.choice.TrainingChoices.ClassWeightsChoice;
import org.reductor.knime.choice.TrainingChoices.EngineChoice;
import org.reductor.knime.choice.TrainingChoices.KindChoice;
import org.reductor.knime.choice.TrainingChoices.LossChoice;
import org.reductor.knime.choice.TrainingChoices.OptimizerChoice;
import org.reductor.knime.choice.TrainingChoices.ScalingChoice;
import org.reductor.knime.column.Columns;
import org.reductor.knime.column.FingerprintColumns;
import org.reductor.knime.column.GroupColumns;
import org.reductor.knime.column.LearnableColumns;
import org.reductor.knime.column.WeightColumns;
import org.reductor.knime.column.WhereColumnsAreChosen;
import org.reductor.knime.labelled.LearningColumns;

/** What nodes that train networks have in common: which columns, which networks, how they are trained. */
abstract class TrainingParameters implements NodeParameters {

    static final class WithMoreTargets extends WhereColumnsAreChosen {
        WithMoreTargets() {
            super("moreTargets");
        }
    }

    @Widget(title = "Features column", description = "Vectors of bits, counts or numbers, best made by the Molecule "
        + "Featurizer: then the networks remember how to make them from new rows.")
    @ChoicesProvider(FingerprintColumns.class)
    @Layout(LearnerSections.Data.class)
    String m_fingerprintColumn;

    @Widget(title = "Target column", description = "What the networks learn to predict: a number, or one of several "
        + "classes.")
    @ChoicesProvider(LearnableColumns.class)
    @Layout(LearnerSections.Data.class)
    String m_targetColumn;

    @Widget(title = "Several targets", description = "Lets the same networks learn further columns, such as the "
        + "results of several assays: related ones can help each other where each has few values.")
    @ValueReference(LearnerRules.SeveralTargets.class)
    @Layout(LearnerSections.Data.class)
    @Migration(WithMoreTargets.class)
    boolean m_severalTargets;

    @Widget(title = "More targets", description = "Further columns that the same networks learn to predict, in the "
        + "order of the table. Values may be missing: a row is used as long as it has one of its targets.")
    @ChoicesProvider(LearnableColumns.class)
    @Effect(type = EffectType.SHOW, predicate = LearnerRules.SeveralTargets.class)
    @Layout(LearnerSections.Data.class)
    @Migrate(loadDefaultIfAbsent = true)
    ColumnFilter m_moreTargets = new ColumnFilter();

    @Widget(title = "Kind of target", description = "Whether the targets are numbers or names of classes.")
    @ValueSwitchWidget
    @ValueReference(LearnerRules.KindReference.class)
    @Layout(LearnerSections.Data.class)
    @Migrate(loadDefaultIfAbsent = true)
    KindChoice m_targetKind = KindChoice.GUESS;

    @Widget(title = "What a split keeps together", description = "Whether near copies of a molecule may be on both "
        + "sides of a split. Choose Groups where the networks are to predict the next series: folds of whole groups "
        + "tell how good they are there.")
    @ValueSwitchWidget
    @ValueReference(LearnerRules.GroupingReference.class)
    @Layout(LearnerSections.Rows.class)
    @Migrate(loadDefaultIfAbsent = true)
    GroupingChoice m_grouping = GroupingChoice.NONE;

    @Widget(title = "Group column", description = "Column whose equal values are a group, for example made by the "
        + "Molecule Grouper. A group may not hold more than half of the rows, and there must be more groups than "
        + "folds. Rows without a group are treated as those without a target.")
    @ChoicesProvider(GroupColumns.class)
    @Effect(type = EffectType.SHOW, predicate = LearnerRules.IsGrouped.class)
    @Layout(LearnerSections.Rows.class)
    @Migrate(loadDefaultIfAbsent = true)
    String m_groupColumn;

    @Widget(title = "Who judges", description = "Which rows tell how good networks are and so decide which pruning "
        + "round wins. If a selection table is connected, its rows do.")
    @ValueSwitchWidget
    @ValueReference(LearnerRules.JudgesReference.class)
    @Effect(type = EffectType.SHOW, predicate = LearnerRules.MayChooseJudges.class)
    @Layout(LearnerSections.Rows.class)
    @Migrate(loadDefaultIfAbsent = true)
    JudgesChoice m_judges = JudgesChoice.OUT_OF_FOLD;

    @Widget(title = "Hold-out share", description = "Share of the rows that no network learns from or stops by. Only "
        + "these rows decide which pruning round wins. Not used when a selection table is connected.")
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class, maxValidation = Bounds.AtMostHalf.class)
    @Effect(type = EffectType.SHOW, predicate = LearnerRules.HoldsOut.class)
    @Layout(LearnerSections.Rows.class)
    double m_holdOutShare = 0.1;

    @Widget(title = "Rows with the same features", description = "What happens to training rows that no network can "
        + "tell apart: repeated measurements, or molecules that their features do not distinguish.")
    @ValueSwitchWidget
    @Layout(LearnerSections.Rows.class)
    @Migrate(loadDefaultIfAbsent = true)
    DuplicateChoice m_duplicates = DuplicateChoice.KEEP;

    @Widget(title = "Folds", description = "Number of networks, and of parts of the rows. Each network learns from all "
        + "parts but one, which only decides when its training stops. Where out-of-fold rows judge, an eighth of the "
        + "parts (one, if there are fewer than 16) does not train it either but judges it. Fewer are faster and judge "
        + "less well.")
    @NumberInputWidget(minValidation = Bounds.AtLeastTwo.class)
    @Advanced
    @Effect(type = EffectType.SHOW, predicate = LearnerRules.OwnSettings.class)
    @Layout(LearnerSections.Rows.class)
    int m_folds = 16;

    @Widget(title = "Who goes where", description = "How rows, or groups, are divided among folds, and the "
        + "hold-out if there is one.")
    @ValueSwitchWidget
    @Advanced
    @Layout(LearnerSections.Rows.class)
    @Migrate(loadDefaultIfAbsent = true)
    StratificationChoice m_stratification = StratificationChoice.CLASSES;

    @Widget(title = "How much rows count", description = "Whether some rows count more than others, in training and "
        + "in the scores that decide which round wins. Rows of a selection table all count the same.")
    @ValueSwitchWidget
    @Advanced
    @ValueReference(LearnerRules.WeightingReference.class)
    @Layout(LearnerSections.Rows.class)
    @Migrate(loadDefaultIfAbsent = true)
    WeightingChoice m_weighting = WeightingChoice.NONE;

    @Widget(title = "Weight column", description = "Numbers of 0 or more, one for each row. A row of weight 0 is left "
        + "out; only the ratios of the others matter.")
    @ChoicesProvider(WeightColumns.class)
    @Advanced
    @Effect(type = EffectType.SHOW, predicate = LearnerRules.IsWeighted.class)
    @Layout(LearnerSections.Rows.class)
    @Migrate(loadDefaultIfAbsent = true)
    String m_weightColumn;

    @Widget(title = "Rows that cannot be used",
        description = "What happens to rows whose targets or features are missing or no finite numbers, or whose bits "
            + "are all 0.")
    @ValueSwitchWidget
    @Advanced
    @Layout(LearnerSections.Rows.class)
    MissingChoice m_missingValues = MissingChoice.SKIP;

    @Widget(title = "Hidden layers",
        description = "Units of each hidden layer before pruning, for example 256, 64 for two layers. Not "
            + "used when networks to start from are connected.")
    @TextInputWidget(placeholder = "256, 64")
    @Layout(LearnerSections.Networks.class)
    String m_hiddenLayers = "256, 64";

    @Widget(title = "Activation", description = "What each hidden unit makes of its input. Not used when networks to "
        + "start from are connected: they keep theirs.")
    @Advanced
    @Layout(LearnerSections.Networks.class)
    @Migrate(loadDefaultIfAbsent = true)
    ActivationChoice m_activation = ActivationChoice.RELU;

    @Widget(title = "Target scaling", description = "In which units the networks see numbers. Classes have none.")
    @ValueSwitchWidget
    @Effect(type = EffectType.SHOW, predicate = LearnerRules.MayBeNumbers.class)
    @Layout(LearnerSections.Training.class)
    ScalingChoice m_targetScaling = ScalingChoice.STANDARDIZE;

    @Widget(title = "Loss", description = "Which error of numbers each training step makes smaller.")
    @Effect(type = EffectType.SHOW, predicate = LearnerRules.MayBeNumbers.class)
    @Layout(LearnerSections.Training.class)
    @Migrate(loadDefaultIfAbsent = true)
    LossChoice m_loss = LossChoice.RMSE;

    @Widget(title = "Loss of classes", description = "What each training step makes smaller where a target is a class.")
    @ValueSwitchWidget
    @Effect(type = EffectType.SHOW, predicate = LearnerRules.MayBeClasses.class)
    @Layout(LearnerSections.Training.class)
    @Migrate(loadDefaultIfAbsent = true)
    ClassLossChoice m_classLoss = ClassLossChoice.CROSS_ENTROPY;

    @Widget(title = "Class weights", description = "How much the rows of rare classes count in training.")
    @ValueSwitchWidget
    @Effect(type = EffectType.SHOW, predicate = LearnerRules.MayBeClasses.class)
    @Layout(LearnerSections.Training.class)
    @Migrate(loadDefaultIfAbsent = true)
    ClassWeightsChoice m_classWeights = ClassWeightsChoice.NONE;

    @Widget(title = "Optimiser", description = "How the weights are moved.")
    @ValueSwitchWidget
    @ValueReference(LearnerRules.OptimizerReference.class)
    @Layout(LearnerSections.Training.class)
    @Migrate(loadDefaultIfAbsent = true)
    OptimizerChoice m_optimizer = OptimizerChoice.ADAM;

    @Widget(title = "Learning rate", description = "Step size of the optimiser.")
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
    @Layout(LearnerSections.Training.class)
    double m_learningRate = 0.001;

    @Widget(title = "Momentum", description = "Share of the last step that is added to the next, from 0 to below 1.")
    @NumberInputWidget(minValidation = Bounds.AtLeastZero.class, maxValidation = Bounds.BelowOne.class)
    @Effect(type = EffectType.SHOW, predicate = LearnerRules.UsesMomentum.class)
    @Layout(LearnerSections.Training.class)
    @Migrate(loadDefaultIfAbsent = true)
    double m_momentum = 0.9;

    @Widget(title = "Weight decay", description = "How fast weights shrink by themselves: each step takes the learning "
        + "rate times this share of every weight. 0 for none; 0.01 is a common value.")
    @NumberInputWidget(minValidation = Bounds.AtLeastZero.class)
    @Layout(LearnerSections.Training.class)
    @Migrate(loadDefaultIfAbsent = true)
    double m_weightDecay;

    @Widget(title = "Dropout", description = "Share of the hidden units that is silent in each training step, from 0 "
        + "(none) to below 1; 0.2 is a common value. Predictions use all units.")
    @NumberInputWidget(minValidation = Bounds.AtLeastZero.class, maxValidation = Bounds.BelowOne.class)
    @Layout(LearnerSections.Training.class)
    @Migrate(loadDefaultIfAbsent = true)
    double m_dropout;

    @Widget(title = "Batch size", description = "Rows in a training step.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    @Layout(LearnerSections.Training.class)
    int m_batchSize = 32;

    @Widget(title = "Epochs at the most", description = "Passes over the training rows in a round; training usually "
        + "stops much earlier.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    @Layout(LearnerSections.Training.class)
    int m_maxEpochs = 1000;

    @Widget(title = "Patience", description = "Training stops when the validation error has not improved for so many "
        + "epochs; the best weights are kept.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    @Layout(LearnerSections.Training.class)
    int m_patience = 4;

    @Widget(title = "Engine", description = "Which software does the arithmetic. Both give the same networks up to "
        + "rounding, which grows over many epochs.")
    @ValueSwitchWidget
    @Layout(LearnerSections.Training.class)
    @Migrate(loadDefaultIfAbsent = true)
    EngineChoice m_engine = EngineChoice.REDUCTOR;

    @Widget(title = "Seed", description = "The same seed, data and settings give the same networks, whatever the "
        + "number of threads.")
    @NumberInputWidget
    @Layout(LearnerSections.Run.class)
    long m_seed = 1;

    @Widget(title = "Threads", description = "Networks trained side by side; 0 for one on each processor.")
    @NumberInputWidget(minValidation = Bounds.AtLeastZero.class)
    @Advanced
    @Layout(LearnerSections.Run.class)
    int m_threads;

    /** @param spec the training table, {@code null} when it is not known */
    TrainingParameters(final DataTableSpec spec) {
        if (spec != null) {
            m_fingerprintColumn = Columns.guess(spec, Columns.Role.FINGERPRINT);
            m_targetColumn = Columns.guess(spec, Columns.Role.TARGET);
            m_groupColumn = Columns.guess(spec, Columns.Role.GROUP);
        }
    }

    /**
     * @param table the training table
     * @return where to find features and targets, and what to do with rows that lack either
     */
    LearningColumns columns(final DataTableSpec table) {
        final List<DataColumnSpec> fitting = table.stream().filter(new LearnableColumns()::isIncluded).toList();
        // Those that are gone are named when the table is looked at.
        final Stream<String[]> more = m_severalTargets
            ? Stream.of(m_moreTargets.filter(fitting), m_moreTargets.getMissingSelected(fitting)) : Stream.empty();
        final List<String> targets = Stream.concat(Stream.of(m_targetColumn), more.flatMap(Arrays::stream))
            .distinct().toList();
        return new LearningColumns(m_fingerprintColumn, targets, m_targetKind, List.of(), m_missingValues,
            rows());
    }

    /**
     * @return how networks are trained
     * @throws InvalidSettingsException when a value is out of range; the message names it and what to do
     */
    EnsembleSettings ensemble() throws InvalidSettingsException {
        requireRows();
        final int least = m_judges == JudgesChoice.OUT_OF_FOLD ? DataSplit.LEAST_OUT_OF_FOLD : 2;
        if (m_folds < least) {
            throw new InvalidSettingsException("The number of folds is " + m_folds + "; it must be at least " + least
                + (least > 2 ? " where out-of-fold rows judge." : "."));
        }
        final int[] hiddenUnits = HiddenLayers.parse(m_hiddenLayers);
        try {
            final TrainingSettings training = TrainingSettings.defaults().withHiddenUnits(hiddenUnits)
                .withActivation(m_activation.activation()).withLoss(m_loss.objective())
                .withClassLoss(m_classLoss.objective(), m_classWeights.weights()).withOptimizer(optimizer())
                .withBatchSize(m_batchSize).withEpochs(m_maxEpochs, m_patience).withDropout(m_dropout)
                .withTargetScaling(m_targetScaling.scaling()).withEngine(m_engine.kind());
            return new EnsembleSettings(training, m_folds, m_judges.judges(), m_holdOutShare, m_seed, m_threads,
                rows());
        } catch (IllegalArgumentException e) {
            throw new InvalidSettingsException(e.getMessage(), e);
        }
    }

    private Optimizer optimizer() {
        final Optimizer optimizer = switch (m_optimizer.kind()) {
            // Adam has no momentum to set: its field is hidden, and models record 0.
            case ADAM -> Optimizer.adam(m_learningRate);
            case SGD -> Optimizer.sgd(m_learningRate, m_momentum);
        };
        return optimizer.withWeightDecay(m_weightDecay);
    }

    /** Looks at what no preset hides. */
    void requireRows() throws InvalidSettingsException {
        if (!(m_holdOutShare > 0 && m_holdOutShare <= 0.5)) {
            throw new InvalidSettingsException(
                "The hold-out share is " + m_holdOutShare + "; it must be above 0 and at most 0.5.");
        }
        if (m_grouping == GroupingChoice.COLUMN && (m_groupColumn == null || m_groupColumn.isEmpty())) {
            throw new InvalidSettingsException("Groups are to stay together, but no group column is chosen. Choose "
                + "one, for example of the Molecule Grouper, or let every row go by itself.");
        }
        if (m_weighting == WeightingChoice.COLUMN && (m_weightColumn == null || m_weightColumn.isEmpty())) {
            throw new InvalidSettingsException("A column is to say how much rows count, but none is chosen. Choose a "
                + "weight column, or let all rows count the same.");
        }
    }

    /** @return what is made of the rows */
    RowRules rows() {
        return new RowRules(m_grouping == GroupingChoice.NONE || m_groupColumn == null ? "" : m_groupColumn,
            m_stratification.stratification(), m_duplicates.treatment(),
            m_weighting == WeightingChoice.NONE || m_weightColumn == null ? "" : m_weightColumn);
    }
}
