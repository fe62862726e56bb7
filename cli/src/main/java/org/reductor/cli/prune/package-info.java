/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */

/** From a table to a pruned model without drawing a workflow: nodes are wired here and run as those of a workflow. */
package org.reductor.cli.prune;
