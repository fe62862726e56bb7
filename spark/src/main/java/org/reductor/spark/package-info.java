/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
/**
 * Networks on Apache Spark: a Transformer of Spark ML, functions of SQL, a program that screens libraries, and pruning
 * runs spread over a cluster. All of it is the core's and the chemistry's own code in the executors, so that a row has
 * the bits that it has in the node and on the command line.
 * <p>
 * Every executor loads RDKit and a model once. RDKit is native code: a molecule that ends the process ends its executor
 * with it. Spark then gives the part of the table to another one, which reads each molecule of that part in a process
 * of its own; that costs one row in place of the job (see {@link org.reductor.spark.SharedModel}).
 */
package org.reductor.spark;
