/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */

/**
 * Runs KNIME workflows without a KNIME installation: nodes from the plugin.xml files on the class path, KNIME's batch
 * options and exit codes.
 */
package org.reductor.runner;
