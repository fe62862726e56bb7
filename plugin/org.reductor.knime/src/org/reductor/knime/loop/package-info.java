/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
/**
 * The nodes Reductive Pruning Loop Start and End, which drive rounds from the canvas. KNIME 5.8 has no loops in its
 * declarative node interface, so these two are node models of the older kind.
 */
package org.reductor.knime.loop;
