/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.spark;

import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** A session on two processors of this machine for the tests of a class. */
abstract class LocalSpark {

    static SparkSession spark;

    @BeforeAll
    static void start() {
        spark = SparkSession.builder().master("local[2]").config("spark.ui.enabled", false)
            .config("spark.driver.host", "localhost").config("spark.driver.bindAddress", "127.0.0.1")
            .config("spark.sql.shuffle.partitions", 4).config("spark.sql.warehouse.dir", "target/warehouse")
            .getOrCreate();
    }

    @AfterAll
    static void stop() {
        spark.stop();
    }
}
