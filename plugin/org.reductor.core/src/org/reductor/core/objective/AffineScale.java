/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.objective;

/**
 * The straight line between the user's units and the units a network is trained in: {@code scaled = (value - center) /
 * scale}.
 *
 * @param center what becomes 0, in the user's units; finite
 * @param scale what becomes 1, in the user's units; finite and above 0
 */
public record AffineScale(double center, double scale) {

    /** Leaves values as they are. */
    public static final AffineScale IDENTITY = new AffineScale(0, 1);

    /** Checks the components. */
    public AffineScale {
        if (!Double.isFinite(center) || !Double.isFinite(scale) || scale <= 0) {
            throw new IllegalArgumentException("A target scale needs a finite centre and a finite scale above 0, but has "
                + center + " and " + scale + ".");
        }
    }

    /**
     * @param value in the user's units
     * @return in the network's units
     */
    public double apply(final double value) {
        return (value - center) / scale;
    }

    /**
     * @param scaled in the network's units
     * @return in the user's units
     */
    public double invert(final double scaled) {
        return scaled * scale + center;
    }
}
