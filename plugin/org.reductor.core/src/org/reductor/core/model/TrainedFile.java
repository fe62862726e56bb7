/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.model;

import com.fasterxml.jackson.databind.node.ObjectNode;

import org.reductor.core.data.Sha256;
import org.reductor.core.network.Mask;
import org.reductor.core.network.Member;
import org.reductor.core.network.Network;
import org.reductor.core.train.TrainedNetwork;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * A trained network as a file: the weights that its mask keeps, its biases, and what is known of its training. The mask
 * itself is not in it: whoever reads the file knows what the training started from, and the file says of which start it
 * is, so that it cannot be taken for the result of another.
 */
final class TrainedFile {

    private static final String WEIGHTS = "network";

    private TrainedFile() {
    }

    static void write(final String name, final Member start, final TrainedNetwork trained, final OutputStream out)
        throws IOException {
        final ObjectNode json = ArrayFileWriter.json(FileKind.TRAINED);
        json.put("name", name);
        json.put("start", digest(start));
        json.put("validationLoss", trained.validationLoss());
        json.put("epochs", trained.epochs());
        json.put("bestEpochs", trained.bestEpochs());
        final Map<String, Supplier<byte[]>> arrays = new LinkedHashMap<>();
        final Mask mask = start.mask();
        for (int l = 0; l < mask.layers(); l++) {
            final int layer = l;
            arrays.put(ModelArrays.kernel(WEIGHTS, l),
                () -> LittleEndian.bytes(mask.keptValues(layer, trained.network().kernel(layer))));
            arrays.put(ModelArrays.bias(WEIGHTS, l), () -> LittleEndian.bytes(trained.network().bias(layer)));
        }
        ArrayFileWriter.write(FileKind.TRAINED, json, arrays, out);
    }

    /**
     * @param name name of the network
     * @param start what its training started from
     * @param in the file; not closed
     * @return what the training gave
     * @throws ModelFormatException if the file is damaged, or that of another network or start
     */
    static TrainedNetwork read(final String name, final Member start, final InputStream in) throws IOException {
        return ArrayFileReader.read(FileKind.TRAINED, in, (file, json) -> {
            if (!json.text("name").equals(name)) {
                throw new ModelFormatException("It is that of the network '" + json.text("name") + "'.");
            }
            if (!json.text("start").equals(digest(start))) {
                throw new ModelFormatException("Its training started from other weights than this run does.");
            }
            final Mask mask = start.mask();
            final int[] sizes = mask.sizes();
            final float[][] kernels = new float[mask.layers()][];
            final float[][] biases = new float[mask.layers()][];
            for (int l = 0; l < kernels.length; l++) {
                kernels[l] = ModelArrays.toKernel(
                    file.array(ModelArrays.kernel(WEIGHTS, l), (long)Float.BYTES * mask.keptWeights(l)), mask.kept(l));
                biases[l] =
                    LittleEndian.toFloats(file.array(ModelArrays.bias(WEIGHTS, l), (long)Float.BYTES * sizes[l + 1]));
            }
            return new TrainedNetwork(new Network(sizes, start.network().hidden(), kernels, biases),
                json.number("validationLoss"), json.integer("epochs"), json.integer("bestEpochs"));
        });
    }

    private static String digest(final Member start) {
        final MessageDigest digest = Sha256.start();
        final Mask mask = start.mask();
        for (int level = 0; level <= mask.layers(); level++) {
            digest.update(LittleEndian.bytes(mask.units(level)));
        }
        for (int l = 0; l < mask.layers(); l++) {
            digest.update(ModelArrays.bits(mask.kept(l)));
            digest.update(LittleEndian.bytes(mask.keptValues(l, start.network().kernel(l))));
            digest.update(LittleEndian.bytes(start.network().bias(l)));
        }
        return Sha256.hex(digest);
    }
}
