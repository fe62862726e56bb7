/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
/**
 * Molecules to features, on RDKit.
 * <p>
 * A {@link org.reductor.chem.Featurizer} is made from a {@link org.reductor.core.data.FeatureRecipe} and turns molecule
 * text (SMILES or molblock) into the positions of set bits. The recipe travels with the model file, so that a model can
 * be fed with raw molecules anywhere. RDKit's objects live outside the Java heap; nothing in this package lets one
 * escape: each is freed before the method that made it returns. What may end or hang the process that runs it works in
 * processes of their own, see {@link org.reductor.chem.worker}.
 */
package org.reductor.chem;
