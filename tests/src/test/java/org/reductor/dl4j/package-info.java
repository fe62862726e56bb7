/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
/** Tests of the bridge to DL4J and Keras. */
package org.reductor.dl4j;
