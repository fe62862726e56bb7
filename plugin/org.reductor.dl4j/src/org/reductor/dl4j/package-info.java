/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */

/**
 * The bridge to Deeplearning4j and Keras. {@link org.reductor.dl4j.Nd4jRuntime#load()} comes first: it makes ND4J
 * usable, whose native libraries are fragments of the bundle org.reductor.dl4j.libs.
 */
package org.reductor.dl4j;
