/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.knime.base.data.xml;

import java.io.IOException;
import java.io.InputStream;

import org.knime.core.data.image.ImageContent;

/** Makes images of drawings. */
public final class SvgImageContentFactory {

    public ImageContent create(final InputStream in) throws IOException {
        return new SvgImageContent(in);
    }
}
