/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */

/**
 * Benchmarks: whole jobs in processes of their own, compared with peers in one sitting, and JMH for epochs and
 * kernels.
 */
package org.reductor.benchmarks;
