/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
/** The Networks port: what flows between the nodes of this category and how it is saved with a workflow. */
package org.reductor.knime.port;
