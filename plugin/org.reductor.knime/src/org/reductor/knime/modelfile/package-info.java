/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
/** Model files on disk: where they are, and how they are written and read. */
package org.reductor.knime.modelfile;
