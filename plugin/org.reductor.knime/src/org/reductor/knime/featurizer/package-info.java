/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
/** The node Molecule Featurizer: rows in, features out, bad rows set apart with the reason. */
package org.reductor.knime.featurizer;
