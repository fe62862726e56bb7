/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
/**
 * Settings are records, and each is described once: by the component that holds it. What files and provenance store,
 * and copies with another value, come from there.
 */
package org.reductor.core.settings;
