/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.cli;

/** What {@code reductor --help} and {@code --version} say. */
final class HelpText {

    private HelpText() {
    }

    static String version() {
        final String version = HelpText.class.getPackage().getImplementationVersion();
        return version != null ? version : System.getProperty("reductor.version", "(development build)");
    }

    static String usage() {
        return """
            Reductor: smaller neural networks for chemistry, at no loss of accuracy.

            Usage:
              reductor run FOLDER|FILE.knwf [options]   run a KNIME workflow and sum up the result
              reductor nodes                            list the nodes, with their inputs and outputs
              reductor export MODEL.reductor FILE       networks for other software
              reductor import FILE MODEL.reductor       a network of DL4J (.zip) or Keras (.h5)
              reductor --help | --version
              reductor [options]                        KNIME's batch options alone: run in place

            'run' works on a copy and leaves the workflow itself alone. If all nodes run, the copy becomes
            target/runs/NAME, in place of the results of the last run; until then those stay. What a run
            that failed or was cancelled has written is in target/runs-failed/NAME, until the next run that
            executes. A second workflow of the same NAME gets a folder of its own, which is told. Of one
            workflow, one run at a time.

            Options (those of KNIME's batch application):
              -workflowDir=FOLDER     the workflow to run
              -workflowFile=FILE      the same, as a .knwf file
              -destDir=FOLDER         save the workflow and its data to another folder
              -destFile=FILE          save them as a .knwf file
              -nosave                 do not write changed settings back
              -noexecute              load and check only
              -workflow.variable=name,value,type
                                      set a workflow variable; type: String, int, double
              -option=nodeId,key,value,type
                                      change a setting: the key's path in the node's model, joined by
                                      slashes; type: String, int, long, short, byte, boolean, char,
                                      float, double
              -reset, -failonloaderror, -nosplash, -consoleLog, -application NAME, ...
                                      accepted: a run always starts afresh, and always fails if
                                      anything in the workflow cannot be loaded

            What is saved are the settings; tables and models inside the workflow are not.

            Options of export; FILE's ending tells the format: .onnx, .zip (DL4J), .npz, .csv.zip
              --format NAME           the format: onnx, dl4j, npz, csv
              --network N             only network N, counted from 1; otherwise all, whose mean counts
              --pruned left-out|zero  for DL4J: whether pruned weights are left out (default) or zero
              --overwrite             replace FILE if it is there

            Options of import:
              --target NAME           what the network predicts; not needed where the file says so
              --like MODEL.reductor   its features are made as those of another model
              --features COLUMN       its features are bit vectors in a column of this name; not needed,
                                      and not used, where the file says how they are made
              --largest MB            refuse larger files, also when larger unpacked; otherwise 1000
              --overwrite             replace MODEL.reductor if it is there

            Memory: the heap of Java may take 60 % of the machine's or container's. For more or less, put
            REDUCTOR_JAVA_OPTIONS=-Xmx4g (here 4 GB) before the command; other options of Java as well.

            Exit codes: 0 done, 2 wrong options, 3 the workflow, or a model or network, cannot be
            loaded, 4 a node failed, the run was cancelled, another run of the workflow is under way,
            memory did not suffice, or a file cannot be written.

            Examples:
              reductor run test-workflows/affinity
              reductor run test-workflows/affinity -option=3,seed,7,long
              reductor export target/runs/affinity/data/model.reductor model.onnx""";
    }
}
