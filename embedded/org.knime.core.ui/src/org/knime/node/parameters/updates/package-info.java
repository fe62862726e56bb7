/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
/** Controls that depend on the values of others. Dialogs are not part of the stand-in; nothing here is ever called. */
package org.knime.node.parameters.updates;
