/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.runner.workflow;

import java.util.List;

/** Implemented by the factory of a standard node that publishes flow variables. */
public interface VariableSource {

    /** @return the variables of the last execution, empty before */
    List<FlowValue> publishedVariables();
}
