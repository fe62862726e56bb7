/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
/**
 * The model file: one zip with the networks, the recipe of their features, the history of the run and its provenance.
 * What single steps of a round hand to one another is kept in files of the same make. Reading them runs no code, follows
 * no path and checks every size before memory is taken.
 */
package org.reductor.core.model;
