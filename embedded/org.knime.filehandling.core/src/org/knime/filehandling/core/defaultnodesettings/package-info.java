/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
/** How nodes come to the file system of a location. */
package org.knime.filehandling.core.defaultnodesettings;
