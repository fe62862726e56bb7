/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.runner.cli;

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
              reductor --help | --version
              reductor [options]                        KNIME's batch options alone: run in place

            'run' works on a copy in target/runs/NAME and leaves the workflow itself alone.

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

            Exit codes: 0 executed, 2 wrong options, 3 the workflow cannot be loaded, 4 a node failed
            or the run was cancelled.

            Examples:
              reductor run test-workflows/affinity
              reductor run test-workflows/affinity -option=3,seed,7,long""";
    }
}
