/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
/** Drawings as KNIME's types for SVG, which are an optional extension. */
package org.reductor.knime.image;
