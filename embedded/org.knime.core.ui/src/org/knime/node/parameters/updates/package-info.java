/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
/** What depends on other values in a dialog. Dialogs are not part of the stand-in; nothing here is ever called. */
package org.knime.node.parameters.updates;
