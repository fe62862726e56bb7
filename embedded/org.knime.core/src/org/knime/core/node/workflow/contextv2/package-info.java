/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
/** Where a workflow is and what runs it. */
package org.knime.core.node.workflow.contextv2;
