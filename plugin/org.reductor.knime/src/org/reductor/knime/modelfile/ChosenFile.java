/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime.modelfile;

import java.util.Optional;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.webui.node.dialog.defaultdialog.internal.file.FileSelection;
import org.knime.filehandling.core.connections.FSCategory;
import org.knime.filehandling.core.connections.FSLocation;
import org.reductor.core.exchange.ExportFormat;

/** The setting that says which file a node reads or writes. */
public final class ChosenFile {

    /** What dialogs say of the places that can be chosen, after what the file is. */
    public static final String PLACES = " It can be on the machine that runs the workflow, in the workflow's data area "
        + "(which travels with the workflow), in the space or mountpoint of the workflow or relative to it, or at a "
        + "URL, such as knime://My-KNIME-Hub/Users/me/Public/";

    private static final String DATA_AREA = "knime.workflow.data";

    private ChosenFile() {
    }

    /**
     * @param name of a file
     * @return the setting with which it is in the data area of the workflow
     */
    public static FileSelection inDataArea(final String name) {
        return new FileSelection(new FSLocation(FSCategory.RELATIVE, DATA_AREA, name));
    }

    static boolean isInDataArea(final FSLocation location) {
        return location.getFSCategory() == FSCategory.RELATIVE
            && location.getFileSystemSpecifier().filter(DATA_AREA::equals).isPresent();
    }

    /**
     * @param file the setting
     * @param example name of such a file, for the message
     * @throws InvalidSettingsException when no file is chosen, or one that needs a connection which the nodes here
     *             cannot have
     */
    public static void require(final FileSelection file, final String example) throws InvalidSettingsException {
        final String path = file.getFSLocation().getPath();
        if (path == null || path.isBlank()) {
            throw new InvalidSettingsException("The file has no path. Give one, for example " + example + ".");
        }
        if (file.getFSLocation().getFSCategory() == FSCategory.LOCAL && path.contains("://")) {
            throw new InvalidSettingsException("The path '" + path + "' is a URL, but the file is looked for on this "
                + "machine. Choose 'URL' as the place, or give a path.");
        }
        if (file.getFSLocation().getFSCategory() == FSCategory.CONNECTED) {
            throw new InvalidSettingsException("The file '" + path + "' is in a file system that a connector node "
                + "gives, but this node has no port for it. Choose the file elsewhere, and let the node Transfer Files "
                + "bring it there or away.");
        }
    }

    /**
     * @param file the setting, with a path
     * @param format what is written to it
     * @throws InvalidSettingsException when its name belongs to another format or to none
     */
    public static void requireEnding(final FileSelection file, final ExportFormat format)
        throws InvalidSettingsException {
        final FSLocation location = file.getFSLocation();
        final String path = location.getFSCategory() == FSCategory.CUSTOM_URL
            ? location.getPath().replaceFirst("[?#].*", "") : location.getPath();
        final Optional<ExportFormat> named = ExportFormat.of(path.strip());
        if (named.filter(format::equals).isEmpty()) {
            throw new InvalidSettingsException("The file '" + path + "' is to be written as " + format
                + ", but its name " + named.map(other -> "is that of a " + other + " file").orElse("has another ending")
                + ". Let it end in " + format.extension() + ", or choose another format.");
        }
    }

    /** The file in words, with the path in quotes. */
    static String shown(final FSLocation location) {
        final String path = "'" + location.getPath() + "'";
        return switch (location.getFSCategory()) {
            case LOCAL, CUSTOM_URL, CONNECTED -> path;
            default -> path + ("knime.workflow".equals(location.getFileSystemSpecifier().orElse(""))
                ? " relative to the workflow" : " in " + whole(location));
        };
    }

    /** What the file cannot be outside of, in words. */
    static String whole(final FSLocation location) {
        final String specifier = location.getFileSystemSpecifier().orElse("");
        return switch (location.getFSCategory()) {
            case RELATIVE -> switch (specifier) {
                case DATA_AREA -> "the workflow data area";
                case "knime.space" -> "the space of the workflow";
                default -> "the mountpoint of the workflow";
            };
            case HUB_SPACE -> "the Hub space '" + specifier + "'";
            default -> "the mountpoint '" + specifier + "'";
        };
    }
}
