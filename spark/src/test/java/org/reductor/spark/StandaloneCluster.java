/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.spark;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

import org.apache.spark.sql.SparkSession;

/**
 * A cluster of Spark's own: a master and workers of one processor each, as processes of this machine, on the jars that
 * Maven Central has of Spark.
 */
final class StandaloneCluster implements AutoCloseable {

    private static final String HOST = "127.0.0.1";

    private static final Duration START = Duration.ofSeconds(60);

    private final Path folder;

    private final Path home;

    private final int port;

    private final Process master;

    private final List<Process> workers = new ArrayList<>();

    /** @param folder for all that the cluster writes */
    StandaloneCluster(final Path folder, final int workers) throws IOException {
        this.folder = folder;
        home = layOut(folder.resolve("spark"));
        port = freePort();
        master = start("master", "org.apache.spark.deploy.master.Master", "--host", HOST, "--port",
            String.valueOf(port), "--webui-port", "0");
        awaitMaster();
        for (int i = 0; i < workers; i++) {
            this.workers.add(start("worker-" + i, "org.apache.spark.deploy.worker.Worker", "--host", HOST, "--cores",
                "1", "--memory", "1g", "--webui-port", "0", "--work-dir",
                folder.resolve("work-" + i).toString(), url()));
        }
    }

    /** What a distribution of Spark has, as far as a cluster needs it: the jars. */
    private static Path layOut(final Path home) throws IOException {
        final Path jars = Files.createDirectories(home.resolve("jars"));
        for (final String jar : Files.readString(Path.of(System.getProperty("reductor.spark.classpath"))).strip()
            .split(File.pathSeparator)) {
            final Path file = Path.of(jar);
            Files.createSymbolicLink(jars.resolve(file.getFileName()), file);
        }
        return home;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName(HOST))) {
            return socket.getLocalPort();
        }
    }

    private Process start(final String name, final String main, final String... arguments) throws IOException {
        final List<String> command = new ArrayList<>(List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx256m", "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1", "@" + Path.of("java-options").toAbsolutePath(),
            "-Dlog4j2.configurationFile=" + Path.of("src", "test", "resources", "cluster-log4j2.properties")
                .toAbsolutePath(),
            "-cp", home.resolve("jars") + File.separator + "*", main));
        command.addAll(List.of(arguments));
        final ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile())
            .redirectErrorStream(true).redirectOutput(folder.resolve(name + ".log").toFile());
        builder.environment().put("SPARK_HOME", home.toString());
        builder.environment().put("SPARK_LOCAL_IP", HOST);
        builder.environment().put("SPARK_SCALA_VERSION", "2.13"); // as Spark's own scripts do
        return builder.start();
    }

    private void awaitMaster() throws IOException {
        final long deadline = System.nanoTime() + START.toNanos();
        while (true) {
            try (Socket socket = new Socket(HOST, port)) {
                return;
            } catch (final IOException e) {
                if (!master.isAlive() || System.nanoTime() - deadline > 0) {
                    throw new IOException("The master did not start:\n"
                        + Files.readString(folder.resolve("master.log")), e);
                }
                pause();
            }
        }
    }

    static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(50);
        } catch (final InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private String url() {
        return "spark://" + HOST + ":" + port;
    }

    /** @return a session whose executors, one a worker, have the jar of this module and the classes of the tests */
    SparkSession session(final Map<String, String> settings) throws IOException {
        final SparkSession.Builder builder = SparkSession.builder().master(url()).appName("test")
            .config("spark.jars", System.getProperty("reductor.jar") + "," + testJar())
            .config("spark.driver.host", HOST).config("spark.driver.bindAddress", HOST)
            .config("spark.ui.enabled", false).config("spark.executor.memory", "640m")
            .config("spark.executor.cores", 1).config("spark.task.maxFailures", 16)
            .config("spark.executor.extraJavaOptions", "-XX:+UseSerialGC -XX:TieredStopAtLevel=1")
            .config("spark.executorEnv.XDG_CACHE_HOME", folder.resolve("caches").toString())
            .config("spark.sql.shuffle.partitions", 4)
            .config("spark.sql.warehouse.dir", folder.resolve("warehouse").toString());
        settings.forEach(builder::config);
        return builder.getOrCreate();
    }

    private Path testJar() throws IOException {
        final Path jar = folder.resolve("tests.jar");
        final Path classes = Path.of("target", "test-classes");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
            Stream<Path> files = Files.walk(classes)) {
            for (final Path file : files.filter(f -> f.toString().endsWith(".class")).toList()) {
                out.putNextEntry(new JarEntry(classes.relativize(file).toString().replace(File.separatorChar, '/')));
                Files.copy(file, out);
                out.closeEntry();
            }
        }
        return jar;
    }

    /** Ends the first worker that has an executor, and that executor, as a machine that is switched off. */
    void loseAMachine() {
        for (final Process worker : workers) {
            final List<ProcessHandle> executors = worker.descendants().toList();
            if (!executors.isEmpty()) {
                worker.destroyForcibly();
                executors.forEach(ProcessHandle::destroyForcibly);
                return;
            }
        }
        throw new IllegalStateException("No worker has an executor");
    }

    /** @return what the executors have written, for those who look for the reason of a failure */
    String logs() {
        try (Stream<Path> files = Files.walk(folder)) {
            final StringBuilder text = new StringBuilder();
            for (final Path file : files.filter(f -> f.getFileName().toString().matches(".*log|stderr")).toList()) {
                text.append(file).append('\n').append(Files.readString(file)).append('\n');
            }
            return text.toString();
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        workers.forEach(worker -> worker.descendants().forEach(ProcessHandle::destroyForcibly));
        workers.forEach(Process::destroyForcibly);
        master.destroyForcibly();
    }
}
