/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import org.apache.spark.launcher.JavaModuleOptions;
import org.junit.jupiter.api.Test;

class JavaOptionsTest {

    @Test
    void areThoseThatThisSparkAsksFor() throws IOException {
        final List<String> here = Files.readAllLines(Path.of("java-options")).stream()
            .filter(line -> !line.startsWith("#")).toList();

        assertThat(here).isEqualTo(Arrays.stream(JavaModuleOptions.defaultModuleOptions().split(" "))
            .filter(option -> !option.equals("--add-modules=jdk.incubator.vector")).toList());
    }
}
