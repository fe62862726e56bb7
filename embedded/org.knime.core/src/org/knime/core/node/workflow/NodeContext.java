/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.knime.core.node.workflow;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** What the code that runs now is run for; each thread has its own. */
public final class NodeContext {

    private static final ThreadLocal<Deque<NodeContext>> STACK = ThreadLocal.withInitial(ArrayDeque::new);

    private final Object contextObject;

    private NodeContext(final Object contextObject) {
        this.contextObject = contextObject;
    }

    /** The context of this thread, or null. */
    public static NodeContext getContext() {
        return STACK.get().peek();
    }

    public static Optional<NodeContext> getContextOptional() {
        return Optional.ofNullable(getContext());
    }

    /** Here, the context object is the workflow context itself. */
    public static void pushContext(final Object contextObject) {
        STACK.get().push(new NodeContext(contextObject));
    }

    public static void removeLastContext() {
        STACK.get().pop();
    }

    /** The context as an object of a class, for example the workflow context. */
    public <C> Optional<C> getContextObjectForClass(final Class<C> contextObjectClass) {
        return contextObjectClass.isInstance(contextObject) ? Optional.of(contextObjectClass.cast(contextObject))
            : Optional.empty();
    }
}
