/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.runner.workflow;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Unpacks and packs .knwf files, which are zips of one workflow folder. Limits guard against hostile archives. */
public final class WorkflowArchive {

    private static final int MAX_ENTRIES = 100_000;

    private static final long MAX_BYTES = 4L << 30;

    private WorkflowArchive() {
    }

    /** The folder with the workflow.knime: the target or the one folder in it. */
    public static Path unpack(final Path archive, final Path target) throws LoadException {
        try (ZipInputStream zip = new ZipInputStream(new BufferedInputStream(Files.newInputStream(archive)),
            StandardCharsets.UTF_8)) {
            long left = MAX_BYTES;
            int entries = 0;
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                final Path path = inside(archive, target, entry.getName());
                if (++entries > MAX_ENTRIES) {
                    throw new LoadException(archive + ": more than " + MAX_ENTRIES + " files.");
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(path);
                } else {
                    Files.createDirectories(path.getParent());
                    left -= copy(zip, path, left, archive);
                }
            }
        } catch (final ZipException | IllegalArgumentException ex) {
            throw new LoadException(archive + ": not a workflow archive: " + ex.getMessage());
        } catch (final IOException ex) {
            throw new LoadException(archive + ": cannot be unpacked: " + ex.getMessage());
        }
        return workflowFolder(archive, target);
    }

    private static Path inside(final Path archive, final Path target, final String name) throws LoadException {
        final Path path = target.resolve(name.replace('\\', '/')).normalize();
        if (!path.startsWith(target.normalize())) {
            throw new LoadException(archive + ": the entry '" + name + "' would be unpacked outside its folder; the "
                + "archive is refused.");
        }
        return path;
    }

    private static long copy(final InputStream in, final Path file, final long limit, final Path archive)
        throws IOException, LoadException {
        long count = 0;
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            final byte[] buffer = new byte[1 << 16];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                count += n;
                if (count > limit) {
                    throw new LoadException(archive + ": unpacks to more than " + (MAX_BYTES >> 20) + " MB.");
                }
                out.write(buffer, 0, n);
            }
        }
        return count;
    }

    private static Path workflowFolder(final Path archive, final Path target) throws LoadException {
        if (Files.exists(target.resolve(Workflow.FILE))) {
            return target;
        }
        try (Stream<Path> children = Files.list(target)) {
            final List<Path> found = children.filter(c -> Files.exists(c.resolve(Workflow.FILE))).toList();
            if (found.size() != 1) {
                throw new LoadException(archive + ": holds " + (found.isEmpty() ? "no workflow" : "several workflows")
                    + "; exactly one folder with a " + Workflow.FILE + " is expected.");
            }
            return found.get(0);
        } catch (final IOException ex) {
            throw new LoadException(archive + ": " + ex.getMessage());
        }
    }

    /** @throws IOException if it cannot be written */
    public static void pack(final Path folder, final Path root, final Path archive) throws IOException {
        final Path base = root.toAbsolutePath().normalize();
        final Path part = archive.resolveSibling(archive.getFileName() + ".part");
        try (ZipOutputStream zip = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(part)),
            StandardCharsets.UTF_8); Stream<Path> files = Files.walk(folder.toAbsolutePath().normalize())) {
            for (final Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                zip.putNextEntry(new ZipEntry(base.relativize(file).toString().replace('\\', '/')));
                Files.copy(file, zip);
                zip.closeEntry();
            }
        }
        Files.move(part, archive, StandardCopyOption.REPLACE_EXISTING);
    }
}
