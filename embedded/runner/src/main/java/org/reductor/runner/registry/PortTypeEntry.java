/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.runner.registry;

/**
 * A port type as a plugin.xml registers it.
 *
 * @param name the name that users see
 * @param objectClass class name of the port object, nested classes with a dollar sign
 * @param specClass class name of its spec
 */
public record PortTypeEntry(String name, String objectClass, String specClass) {
}
