/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.network;

import java.util.Arrays;
import java.util.Locale;

/**
 * How many inputs, or units of a layer, several networks agree on. What the training rows of all folds keep is no
 * accident of a few rows (stability selection, Meinshausen and Buehlmann 2010).
 *
 * @param units number of units before pruning
 * @param all how many of them are left in every network
 * @param most how many are left in more than half of the networks, those of all included
 * @param any how many are left in at least one network
 * @param one how many are left in one network only, of several
 */
public record Survival(int units, int all, int most, int any, int one) {

    /**
     * @param networks networks
     * @param level 0 for the inputs, 1 for the first hidden layer, ...
     * @return how far they agree there
     */
    public static Survival of(final NetworkEnsemble networks, final int level) {
        final int[] survivors = networks.survivors(level);
        final int members = networks.size();
        return new Survival(survivors.length, count(survivors, members, members),
            count(survivors, members / 2 + 1, members), count(survivors, 1, members),
            members == 1 ? 0 : count(survivors, 1, 1));
    }

    private static int count(final int[] survivors, final int least, final int most) {
        return (int)Arrays.stream(survivors).filter(count -> count >= least && count <= most).count();
    }

    /** @return a line for people, to follow "features that survived" */
    public String text() {
        return String.format(Locale.ENGLISH, "%,d in all networks, %,d in most, %,d in any (%,d in one only), of %,d",
            all, most, any, one, units);
    }
}
