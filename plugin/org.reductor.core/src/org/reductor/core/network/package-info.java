/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
/**
 * Fully connected networks: weights, masks, which weights can still matter, and the physical removal of those that
 * cannot.
 */
package org.reductor.core.network;
