/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.prune;

import org.reductor.core.network.NetworkEnsemble;

/**
 * A control of a run.
 *
 * @param record what is known about it
 * @param networks its networks, to be compared with the result on further rows
 */
public record Control(ControlRecord record, NetworkEnsemble networks) {
}
