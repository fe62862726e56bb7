/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
/** The way to the bridge to DL4J and Keras, which is an extension of its own. */
package org.reductor.knime.bridge;
