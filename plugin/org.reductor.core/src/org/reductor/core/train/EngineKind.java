/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.train;

/** Which software does the arithmetic of a training. */
public enum EngineKind {

    /** This library's own, made for sparse features. */
    REDUCTOR,

    /** DeepLearning4J on ND4J, for networks with dense inputs and as an independent check. */
    DL4J
}
