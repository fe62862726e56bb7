/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.network;

import org.reductor.core.data.Task;
import org.reductor.core.objective.Heads;

import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The networks of a run, one a fold, each under a mask of its own or all under one. Their mean is the prediction, their
 * standard deviation its spread.
 *
 * @param members the networks, at least one; all were of the same sizes before pruning and predict the same
 */
public record NetworkEnsemble(List<Member> members) {

    /** Checks that the members belong together. */
    public NetworkEnsemble {
        members = List.copyOf(members);
        if (members.isEmpty()) {
            throw new IllegalArgumentException("An ensemble needs at least one network.");
        }
        final Member first = members.get(0);
        for (final Member member : members) {
            if (!Arrays.equals(member.mask().originalSizes(), first.mask().originalSizes())
                || member.network().hidden() != first.network().hidden()) {
                throw new IllegalArgumentException("Networks of the original sizes "
                    + Arrays.toString(first.mask().originalSizes()) + " with " + first.network().hidden() + " and "
                    + Arrays.toString(member.mask().originalSizes()) + " with " + member.network().hidden()
                    + " cannot be in one ensemble.");
            }
            if (!member.heads().sameTasks(first.heads())) {
                throw new IllegalArgumentException("Networks that predict " + first.heads().names() + " and "
                    + member.heads().names() + ", or those by other objectives, cannot be in one ensemble.");
            }
        }
    }

    /**
     * Networks that share a mask and what their outputs are.
     *
     * @param mask which weights are kept
     * @param networks the networks, all of the mask's sizes; at least one
     * @param heads what the networks' outputs are
     */
    public NetworkEnsemble(final Mask mask, final List<Network> networks, final Heads heads) {
        this(networks.stream().map(network -> new Member(mask, network, heads)).toList());
    }

    /** @return number of networks */
    public int size() {
        return members.size();
    }

    /**
     * @param index which network
     * @return its weights
     */
    public Network network(final int index) {
        return members.get(index).network();
    }

    /** @return the networks without what belongs to them */
    public List<Network> networks() {
        return members.stream().map(Member::network).toList();
    }

    /** @return activation of all hidden layers */
    public Activation hidden() {
        return members.get(0).network().hidden();
    }

    /** @return what the networks predict */
    public List<Task> tasks() {
        return members.get(0).heads().tasks();
    }

    /** @return the heads of the first network: those of the others may see the targets in other units */
    public Heads heads() {
        return members.get(0).heads();
    }

    /** @return the different masks, in the order of the members */
    public List<Mask> masks() {
        final Set<Mask> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        return members.stream().map(Member::mask).filter(seen::add).toList();
    }

    /** @return number of kernels of each network */
    public int layers() {
        return members.get(0).mask().layers();
    }

    /** @return sizes of each network before any pruning */
    public int[] originalSizes() {
        return members.get(0).mask().originalSizes();
    }

    /** @return number of features that a row must have, before any pruning */
    public int inputs() {
        return originalSizes()[0];
    }

    /** @return number of weights of each network before any pruning, biases not counted */
    public long originalWeights() {
        return members.get(0).mask().originalWeights();
    }

    /** @return number of weights that are kept, in all networks together */
    public long allKeptWeights() {
        return members.stream().mapToLong(member -> member.mask().keptWeights()).sum();
    }

    /** @return number of weights that are kept, the rounded mean over the networks */
    public long keptWeights() {
        return Math.round((double)allKeptWeights() / members.size());
    }

    /** @return number of hidden units that remain, the rounded mean over the networks */
    public int hiddenUnits() {
        return (int)Math.round(
            (double)members.stream().mapToLong(member -> member.mask().hiddenUnits()).sum() / members.size());
    }

    /** @return for each level the number of units that remain, the rounded mean over the networks */
    public int[] sizes() {
        return IntStream.rangeClosed(0, layers()).map(level -> (int)Math.round(
            (double)members.stream().mapToLong(member -> member.network().size(level)).sum() / members.size()))
            .toArray();
    }

    /** @return for each level the number of units of the network that has most of them there */
    public int[] largestSizes() {
        return IntStream.rangeClosed(0, layers())
            .map(level -> members.stream().mapToInt(member -> member.network().size(level)).max().orElseThrow())
            .toArray();
    }

    /** @return original indices of the features that any network reads, ascending */
    public int[] inputsRead() {
        final int[] survivors = survivors(0);
        return IntStream.range(0, survivors.length).filter(input -> survivors[input] > 0).toArray();
    }

    /**
     * In how many networks each unit survived: what the training rows of all folds agree on is no accident of a few
     * (stability selection, Meinshausen and Buehlmann 2010).
     *
     * @param level 0 for the inputs, 1 for the first hidden layer, ..., {@link #layers()} for the outputs
     * @return one number for each unit of the unpruned network
     */
    public int[] survivors(final int level) {
        final int[] count = new int[originalSizes()[level]];
        for (final Member member : members) {
            for (final int unit : member.mask().units(level)) {
                count[unit]++;
            }
        }
        return count;
    }

    /**
     * Makes one network of all, for programs that hold just one: the hidden layers stand side by side, and the output
     * layer takes the mean and turns it into the user's units.
     *
     * @return a network of the inputs that any member reads (see {@link #inputsRead()}) that gives the ensemble's mean
     *         to float precision; each hidden layer has the units of all members. Outputs of classes are log odds
     * @throws IllegalArgumentException if there are several members and classes: a mean of probabilities is no output
     * @throws ArithmeticException if a kernel would have too many weights for an array
     */
    public Network asOneNetwork() {
        return SideBySide.join(this);
    }

    /**
     * Gives pruned networks the sizes back that they had, for programs that must not be shown a smaller one.
     *
     * @return networks with the same predictions in which all that was pruned is there again, with weights and biases
     *         of zero; their mask, one for all, keeps every weight
     */
    public NetworkEnsemble inOriginalSizes() {
        final Mask whole = Mask.full(originalSizes());
        return new NetworkEnsemble(members.stream().map(member -> member.inOriginalSizes(whole)).toList());
    }
}
