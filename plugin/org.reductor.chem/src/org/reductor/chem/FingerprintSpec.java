/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.chem;

/**
 * One of the fingerprints that a molecule is described by.
 *
 * @param kind the fingerprint, bits or counts
 * @param width number of bits or counts; ignored by kinds with a fixed width
 * @param radius bonds around each atom; ignored by kinds without a radius
 */
public record FingerprintSpec(FingerprintKind kind, int width, int radius) {
}
