/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */

/**
 * The bridge to Deeplearning4j and Keras; {@link org.reductor.dl4j.Dl4jBridge} is the way in. It starts ND4J, whose
 * native libraries are fragments of the bundle org.reductor.dl4j.libs, by {@link org.reductor.dl4j.Nd4jRuntime} when
 * they are needed.
 */
package org.reductor.dl4j;
