/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime;

import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.reductor.knime.port.PortViews;

/** Started by the platform when the first class of this bundle is needed. */
public final class ReductorPlugin implements BundleActivator {

    @Override
    public void start(final BundleContext context) {
        try {
            PortViews.register();
        } catch (LinkageError | RuntimeException e) { // NOSONAR a KNIME without it: ports work without views
        }
    }

    @Override
    public void stop(final BundleContext context) {
        // nothing is held
    }
}
