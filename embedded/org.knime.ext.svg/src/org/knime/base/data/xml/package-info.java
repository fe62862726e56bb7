/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
/** Drawings as cells and images. */
package org.knime.base.data.xml;
