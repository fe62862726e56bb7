/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.exchange;

import org.reductor.core.model.NetworkModel;
import org.reductor.core.uncertainty.Calibration;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A form in which networks leave Reductor. */
public enum ExportFormat {

    /** For ONNX Runtime and what else reads ONNX. */
    ONNX(".onnx", (model, bridge, layout, out) -> OnnxWriter.write(model, out)),

    /** For DL4J; written through the bridge. */
    DL4J(".zip", (model, bridge, layout, out) -> bridge.writeDl4j(model, layout, out)),

    /** Arrays for NumPy and SciPy, with a description in JSON. */
    NPZ(".npz", (model, bridge, layout, out) -> NpzWriter.write(model, out)),

    /** Tables of weights, biases and inputs for any program, with a description in JSON. */
    CSV(".csv.zip", (model, bridge, layout, out) -> CsvArchiveWriter.write(model, out));

    private interface Writer {
        void write(NetworkModel model, NetworkBridge bridge, Dl4jLayout layout, OutputStream out) throws IOException;
    }

    private final String extension;

    private final Writer writer;

    ExportFormat(final String extension, final Writer writer) {
        this.extension = extension;
        this.writer = writer;
    }

    /**
     * Writes a model.
     *
     * @param model what to write
     * @param bridge the bridge to DL4J; null will do if {@link #needsBridge()} is false
     * @param layout for {@link #DL4J}: whether what is pruned is left out
     * @param out where to; not closed
     * @throws IOException if writing fails
     */
    public void write(final NetworkModel model, final NetworkBridge bridge, final Dl4jLayout layout,
        final OutputStream out) throws IOException {
        writer.write(model, bridge, layout, out);
    }

    /**
     * What every format leaves out, although it changes predictions.
     *
     * @param model the model as it is, also where one of its networks is written alone
     * @return what the user should know of it, if there is something
     */
    public static Optional<String> leftOut(final NetworkModel model) {
        return model.calibration().filter(Calibration::correctsProbabilities).map(calibration -> "The file gives "
            + "probabilities of classes as the networks do. The Network Predictor corrects them by how often they were "
            + "right in rows that the networks had not seen, unless its setting 'Calibrate probabilities' is off: "
            + "expect other numbers from it, in the same order.");
    }

    /** @return whether it is written through a {@link NetworkBridge} */
    public boolean needsBridge() {
        return this == DL4J;
    }

    /** @return how names of such files end, with the dot */
    public String extension() {
        return extension;
    }

    /**
     * @param file name or path of a file that is to be written
     * @return the format that its name tells; the one with the longest ending if several do
     */
    public static Optional<ExportFormat> of(final String file) {
        final String name = file.toLowerCase(Locale.ROOT);
        return Arrays.stream(values()).filter(format -> name.endsWith(format.extension))
            .max((one, other) -> Integer.compare(one.extension.length(), other.extension.length()));
    }
}
