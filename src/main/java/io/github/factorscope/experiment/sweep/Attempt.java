package io.github.factorscope.experiment.sweep;

/**
 * A training that a sweep plans.
 *
 * @param number counted from 1 in the order of the plan
 * @param seed of the model
 */
public record Attempt(int number, Candidate candidate, long seed) {}
