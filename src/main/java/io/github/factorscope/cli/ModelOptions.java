package io.github.factorscope.cli;

import io.github.factorscope.experiment.ModelCatalogue;
import io.github.factorscope.model.ModelFamily;
import io.github.factorscope.model.Settings;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Option;

/** A model and its settings. */
final class ModelOptions {
    @Option(names = "--model", required = true, paramLabel = "ID", description = "One of those that models lists.")
    private String model;

    @Option(names = "--preset", paramLabel = "NAME", defaultValue = "default", description = "Settings with a name.")
    private String preset;

    @Option(names = "--set", paramLabel = "NAME=VALUE", description = "Override one setting; may be repeated.")
    private Map<String, String> overrides = new LinkedHashMap<>();

    ModelFamily family() {
        return ModelCatalogue.find(model);
    }

    Settings settings() {
        Settings settings = family().preset(preset);
        for (Map.Entry<String, String> override : overrides.entrySet()) {
            settings = settings.with(override.getKey(), override.getValue());
        }
        return settings;
    }
}
