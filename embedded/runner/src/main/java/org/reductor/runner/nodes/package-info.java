/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */

/** KNIME's standard nodes that the test workflows use, with the settings that they use. */
package org.reductor.runner.nodes;
