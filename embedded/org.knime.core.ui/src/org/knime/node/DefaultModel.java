/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.knime.node;

import java.util.Optional;

import org.knime.core.data.DataTableSpec;
import org.knime.core.data.container.ColumnRearranger;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortType;
import org.knime.node.parameters.NodeParameters;

/** What a node does: configure and execute, or a plan for the columns of its only table. */
public abstract sealed class DefaultModel {

    private final Class<? extends NodeParameters> parametersClass;

    private DefaultModel(final Class<? extends NodeParameters> parametersClass) {
        this.parametersClass = parametersClass;
    }

    static RequireModelParameters create() {
        return parameters -> new RequireConfigureOrRearrangeColumns() {

            @Override
            public RequireExecute
                configure(final ConfigureOrRearrangerConsumer<ConfigureInput, ConfigureOutput> configure) {
                return execute -> new Standard(parameters, configure, execute);
            }

            @Override
            public DefaultModel rearrangeColumns(
                final ConfigureOrRearrangerConsumer<RearrangeColumnsInput, RearrangeColumnsOutput> rearrangeColumns) {
                return new Rearrange(parameters, rearrangeColumns);
            }
        };
    }

    Optional<Class<? extends NodeParameters>> parametersClass() {
        return Optional.ofNullable(parametersClass);
    }

    static final class Standard extends DefaultModel {

        final ConfigureOrRearrangerConsumer<ConfigureInput, ConfigureOutput> configure;

        final ExecuteConsumer execute;

        private Standard(final Class<? extends NodeParameters> parametersClass,
            final ConfigureOrRearrangerConsumer<ConfigureInput, ConfigureOutput> configure,
            final ExecuteConsumer execute) {
            super(parametersClass);
            this.configure = configure;
            this.execute = execute;
        }
    }

    static final class Rearrange extends DefaultModel {

        final ConfigureOrRearrangerConsumer<RearrangeColumnsInput, RearrangeColumnsOutput> plan;

        private Rearrange(final Class<? extends NodeParameters> parametersClass,
            final ConfigureOrRearrangerConsumer<RearrangeColumnsInput, RearrangeColumnsOutput> plan) {
            super(parametersClass);
            this.plan = plan;
        }
    }

    /** The settings of the node. */
    public interface RequireModelParameters {

        RequireConfigureOrRearrangeColumns parametersClass(Class<? extends NodeParameters> parametersClass);

        default RequireConfigureOrRearrangeColumns withoutParameters() {
            return parametersClass(null);
        }
    }

    /** Either of two ways. */
    public interface RequireConfigureOrRearrangeColumns {

        RequireExecute configure(ConfigureOrRearrangerConsumer<ConfigureInput, ConfigureOutput> configure);

        /** For a node with one table in and one table out; the rows are computed one by one. */
        DefaultModel rearrangeColumns(
            ConfigureOrRearrangerConsumer<RearrangeColumnsInput, RearrangeColumnsOutput> rearrangeColumns);
    }

    /** Looks at specs only. */
    public interface ConfigureOrRearrangerConsumer<I, O> {
        void accept(I input, O output) throws InvalidSettingsException;
    }

    /** The work itself. */
    public interface RequireExecute {
        DefaultModel execute(ExecuteConsumer execute);
    }

    /** Works on the data. */
    public interface ExecuteConsumer {
        void accept(ExecuteInput input, ExecuteOutput output) throws CanceledExecutionException, KNIMEException;
    }

    /** What configure is given; ports are counted from 0. */
    public interface ConfigureInput {

        <S extends NodeParameters> S getParameters();

        PortObjectSpec[] getInPortSpecs();

        <S extends PortObjectSpec> S getInPortSpec(int index);

        DataTableSpec[] getInTableSpecs();

        DataTableSpec getInTableSpec(int portIndex);

        PortType[] getOutPortTypes();
    }

    /** What configure finds out; a spec that is not set is unknown. */
    public interface ConfigureOutput {

        <S extends PortObjectSpec> void setOutSpec(int index, S spec);

        @SuppressWarnings("unchecked")
        <S extends PortObjectSpec> void setOutSpecs(S... specs);

        void setWarningMessage(String message);
    }

    /** What execute is given; ports are counted from 0. */
    public interface ExecuteInput {

        <S extends NodeParameters> S getParameters();

        ExecutionContext getExecutionContext();

        PortObject[] getInPortObjects();

        <D extends PortObject> D getInPortObject(int portIndex);

        BufferedDataTable[] getInTables();

        BufferedDataTable getInTable(int portIndex);

        PortType[] getOutPortTypes();
    }

    /** What execute gives. */
    public interface ExecuteOutput {

        <D extends PortObject> void setOutData(int index, D data);

        @SuppressWarnings("unchecked")
        <D extends PortObject> void setOutData(D... data);

        /** Data for the view. */
        @SuppressWarnings("unchecked")
        <D extends PortObject> void setInternalData(D... data);

        void setWarningMessage(String message);
    }

    /** What a plan is made from. */
    public interface RearrangeColumnsInput {

        <S extends NodeParameters> S getParameters();

        DataTableSpec getDataTableSpec();
    }

    /** Takes the plan. */
    public interface RearrangeColumnsOutput {
        void setColumnRearranger(ColumnRearranger rearranger);
    }
}
