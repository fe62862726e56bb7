/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
/** What cells with molecules can be read as. */
package org.knime.chem.types;
