/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
/**
 * Forms in which other programs read networks: ONNX for runtimes, NumPy arrays for Python, tables for everything else.
 * Networks of other software come in through a bridge. The model file is what Reductor itself goes on from.
 */
package org.reductor.core.exchange;
