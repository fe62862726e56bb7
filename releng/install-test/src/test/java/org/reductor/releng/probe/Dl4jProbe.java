/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.releng.probe;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

import org.bytedeco.hdf5.Attribute;
import org.bytedeco.hdf5.DataSpace;
import org.bytedeco.hdf5.H5File;
import org.bytedeco.hdf5.PredType;
import org.bytedeco.hdf5.StrType;
import org.bytedeco.hdf5.global.hdf5;
import org.bytedeco.javacpp.BytePointer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.modelimport.keras.Hdf5Archive;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.LossFunctions;

/** Uses Deeplearning4j; with nothing but Java's own types in the signatures, as the test has other classes loaded. */
public final class Dl4jProbe {

    private Dl4jProbe() {
    }

    /** @return the loss before and after 50 steps, and that of the same network written and read again */
    public static double[] losses() throws IOException {
        final MultiLayerNetwork network = new MultiLayerNetwork(new NeuralNetConfiguration.Builder().seed(1)
            .updater(new Adam(0.01)).list()
            .layer(new DenseLayer.Builder().nIn(8).nOut(16).activation(Activation.RELU).build())
            .layer(new OutputLayer.Builder(LossFunctions.LossFunction.MSE).nIn(16).nOut(1)
                .activation(Activation.IDENTITY).build())
            .build());
        network.init();
        final INDArray features = Nd4j.rand(32, 8);
        final DataSet data = new DataSet(features, features.sum(true, 1));
        final double before = network.score(data);
        for (int step = 0; step < 50; step++) {
            network.fit(data);
        }
        final ByteArrayOutputStream file = new ByteArrayOutputStream();
        ModelSerializer.writeModel(network, file, true);
        final MultiLayerNetwork read =
            ModelSerializer.restoreMultiLayerNetwork(new ByteArrayInputStream(file.toByteArray()), true);
        return new double[]{before, network.score(data), read.score(data)};
    }

    /** @return what DL4J's reader of Keras files finds in the attribute of an HDF5 file that has just been written */
    public static String throughHdf5(final String file, final String text) throws Exception {
        try (H5File written = new H5File(file, hdf5.H5F_ACC_TRUNC());
                StrType type = new StrType(PredType.C_S1(), text.length());
                DataSpace scalar = new DataSpace(hdf5.H5S_SCALAR);
                Attribute attribute = written.createAttribute("model_config", type, scalar);
                BytePointer content = new BytePointer(text)) {
            attribute.write(type, content);
        }
        try (Hdf5Archive archive = new Hdf5Archive(file)) {
            return archive.readAttributeAsString("model_config");
        }
    }
}
