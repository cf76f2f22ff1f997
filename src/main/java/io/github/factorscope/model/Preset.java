package io.github.factorscope.model;

/**
 * Settings with a name.
 *
 * @param name as on the command line: "default", "paper", "ml-100k", "ml-1m", "quick"
 * @param about one sentence: what the settings are for and where they come from
 */
public record Preset(String name, String about, Settings settings) {}
