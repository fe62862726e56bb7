/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.spark;

import org.apache.spark.sql.SparkSessionExtensions;
import org.apache.spark.sql.SparkSessionExtensionsProvider;
import org.apache.spark.sql.catalyst.FunctionIdentifier;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.ExpressionInfo;

import scala.Function1;
import scala.Tuple3;
import scala.collection.immutable.Seq;
import scala.runtime.AbstractFunction1;
import scala.runtime.BoxedUnit;

/**
 * The functions {@code reductor} and {@code reductor_details} of SQL. A session has them when the jar is on its class
 * path, as with {@code --jars}; {@code spark.sql.extensions=org.reductor.spark.ReductorExtensions} names them where it
 * comes later.
 */
public final class ReductorExtensions extends AbstractFunction1<SparkSessionExtensions, BoxedUnit>
    implements SparkSessionExtensionsProvider {

    private static final String GROUP = "misc_funcs";

    private static final String SINCE = "0.2.0";

    @Override
    public BoxedUnit apply(final SparkSessionExtensions extensions) {
        inject(extensions, "reductor", SqlFunctions::prediction,
            "_FUNC_(model, smiles[, target]) - Returns what the networks of a model file predict for a molecule: a "
                + "number, or the probability of the second of two classes. NULL if the molecule cannot be used.",
            "SELECT _FUNC_('model.reductor', smiles) FROM library");
        inject(extensions, "reductor_details", SqlFunctions::details,
            "_FUNC_(model, smiles) - Returns all that the node Network Predictor tells of a molecule, and in 'failure' "
                + "why it cannot be used.",
            "SELECT _FUNC_('model.reductor', smiles).failure FROM library");
        return BoxedUnit.UNIT;
    }

    /** Makes the expression of a call. */
    @FunctionalInterface
    private interface Maker {
        Expression make(Seq<Expression> arguments);
    }

    private static void inject(final SparkSessionExtensions extensions, final String name, final Maker maker,
        final String usage, final String example) {
        final Function1<Seq<Expression>, Expression> builder = new AbstractFunction1<>() {
            @Override
            public Expression apply(final Seq<Expression> arguments) {
                return maker.make(arguments);
            }
        };
        extensions.injectFunction(new Tuple3<>(FunctionIdentifier.apply(name),
            new ExpressionInfo(SqlFunctions.class.getName(), null, name, usage, "",
                "\n    Examples:\n      > " + example + ";\n  ", "", GROUP, SINCE, "", "scala_udf"),
            builder));
    }
}
