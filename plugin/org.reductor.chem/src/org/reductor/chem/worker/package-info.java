/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
/**
 * Work in processes of their own, for native code that may crash or hang: a death there costs one answer, not this
 * process. Knows nothing of molecules: a {@link org.reductor.chem.worker.Task} and a text go in, bytes come out.
 */
package org.reductor.chem.worker;
