/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
/** The port type Image. */
package org.knime.core.node.port.image;
