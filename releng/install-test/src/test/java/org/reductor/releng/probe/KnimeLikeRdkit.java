/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.releng.probe;

import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** Loads RDKit's native library when its bundle starts, as the activator of KNIME's own RDKit does. */
public final class KnimeLikeRdkit implements BundleActivator {

    @Override
    public void start(final BundleContext context) {
        System.loadLibrary("GraphMolWrap");
    }

    @Override
    public void stop(final BundleContext context) {
        // the library stays until the class loader goes
    }
}
