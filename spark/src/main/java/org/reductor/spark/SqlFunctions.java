/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.spark;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;

import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.encoders.ExpressionEncoder;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.ScalaUDF;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StringType;
import org.apache.spark.sql.types.StructField;
import org.reductor.chem.SourceColumn.Content;
import org.reductor.chem.screen.ScreenedRow;

import scala.Option;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;
import scala.runtime.AbstractFunction1;

/** What calls of the functions in SQL become. The model is a constant, whose file is read when a query is planned. */
final class SqlFunctions {

    private static final String ANY_RDKIT = "spark.reductor.anyRdkit";

    private static final String COVERAGE = "spark.reductor.coverage";

    private SqlFunctions() {
    }

    /** @param arguments the model, the molecule and, if the model has several, the target */
    static Expression prediction(final Seq<Expression> arguments) {
        final String name = "reductor";
        requireCount(name, arguments, 2, 3);
        final SharedModel model = model(name, arguments);
        final int index = new Ranking(model.tasks(), model.settings().told())
            .index(arguments.size() < 3 ? Optional.empty() : Optional.of(text(name, arguments.apply(2), "target")));
        return call(name, new Prediction(model, index), DataTypes.DoubleType, molecule(name, model, arguments));
    }

    /** @param arguments the model and the molecule */
    static Expression details(final Seq<Expression> arguments) {
        final String name = "reductor_details";
        requireCount(name, arguments, 2, 2);
        final SharedModel model = model(name, arguments);
        return call(name, new Details(model),
            DataTypes.createStructType(model.told().toArray(StructField[]::new)), molecule(name, model, arguments));
    }

    private static Expression call(final String name, final Object function, final DataType type,
        final Expression molecule) {
        return new ScalaUDF(function, type, CollectionConverters.asScala(List.of(molecule)).toSeq(),
            CollectionConverters.asScala(List.<Option<ExpressionEncoder<?>>> of()).toSeq(),
            Option.empty(), Option.apply(name), true, true);
    }

    /** One molecule at a time, on an executor. */
    private abstract static class OfMolecule extends AbstractFunction1<Object, Object> implements Serializable {

        private static final long serialVersionUID = 1L;

        private final SharedModel model;

        OfMolecule(final SharedModel model) {
            this.model = model;
        }

        @Override
        public Object apply(final Object molecule) {
            final ProgressWatch watch = model.isolatedHere() ? ProgressWatch.NONE
                : ProgressWatch.ofThisExecutor(model.settings().patience());
            return answer(watch.during(() -> model.here().screen(List.<Object[]> of(new Object[]{molecule})).get(0)));
        }

        abstract Object answer(ScreenedRow screened);
    }

    private static final class Prediction extends OfMolecule {

        private static final long serialVersionUID = 1L;

        private final int index;

        Prediction(final SharedModel model, final int index) {
            super(model);
            this.index = index;
        }

        @Override
        Object answer(final ScreenedRow screened) {
            return screened.failed() ? null : screened.values().get(index);
        }
    }

    private static final class Details extends OfMolecule {

        private static final long serialVersionUID = 1L;

        private final int width;

        Details(final SharedModel model) {
            super(model);
            width = model.told().size();
        }

        @Override
        Object answer(final ScreenedRow screened) {
            final Object[] values = new Object[width];
            ToldRow.put(screened, values, 0);
            return RowFactory.create(values);
        }
    }

    private static SharedModel model(final String function, final Seq<Expression> arguments) {
        final SparkSession spark = SparkSession.active();
        final String path = text(function, arguments.apply(0), "model");
        final ScreenSettings usual = ScreenSettings.DEFAULT;
        final ScreenSettings settings = new ScreenSettings(
            Double.parseDouble(spark.conf().get(COVERAGE, String.valueOf(usual.coverage()))), usual.isolated(),
            Boolean.parseBoolean(spark.conf().get(ANY_RDKIT, String.valueOf(usual.anyRdkit()))), usual.patience());
        return SharedModel.of(spark, path, settings);
    }

    private static Expression molecule(final String function, final SharedModel model,
        final Seq<Expression> arguments) {
        if (model.sources().size() > 1 || model.sources().get(0).content() != Content.MOLECULE) {
            throw new ScreeningException(function + " knows molecules only, but the networks of '" + model.path()
                + "' read " + model.sources().size() + " columns. Use ./reductor screen or the Transformer, which read "
                + "a table.");
        }
        final Expression molecule = arguments.apply(1);
        if (!(molecule.dataType() instanceof StringType)) {
            throw new ScreeningException(function + " needs the molecule as text, but got "
                + molecule.dataType().simpleString() + ".");
        }
        return molecule;
    }

    private static void requireCount(final String function, final Seq<Expression> arguments, final int least,
        final int most) {
        if (arguments.size() < least || arguments.size() > most) {
            throw new ScreeningException(function + " takes " + (most == 2 ? "two values, the model file and"
                : "two or three values, the model file,") + " the SMILES" + (most == 2 ? "" : " and the target")
                + "; there are " + arguments.size() + ".");
        }
    }

    private static String text(final String function, final Expression value, final String what) {
        if (!value.foldable() || !(value.dataType() instanceof StringType)) {
            throw new ScreeningException(function + " needs the " + what + " as a constant text, such as 'model"
                + ("model".equals(what) ? ".reductor'" : "'") + ", but got " + value.sql() + ".");
        }
        return String.valueOf(value.eval(null));
    }
}
