/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
/** The node Network Pruner: drops the weights with the highest scores. */
package org.reductor.knime.pruner;
