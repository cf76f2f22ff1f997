package io.github.factorscope.cli;

import io.github.factorscope.experiment.ModelCatalogue;
import io.github.factorscope.model.ModelFamily;
import io.github.factorscope.model.Settings;
import io.github.factorscope.storage.PresetStore;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** A model and its settings. */
final class ModelOptions {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(names = "--model", paramLabel = "ID", description = "One of those that models lists.")
    private String model;

    @Option(names = "--preset", paramLabel = "NAME", defaultValue = "default", description = "Settings with a name.")
    private String preset;

    @Option(names = "--set", paramLabel = "NAME=VALUE", description = "Override one setting; may be repeated.")
    private Map<String, String> overrides = new LinkedHashMap<>();

    private void warn(String sentence) {
        spec.commandLine().getErr().println(sentence);
    }

    ModelFamily family() {
        if (model == null) { // not required by picocli: train --run brings its own
            throw new ParameterException(spec.commandLine(), "Missing required option: '--model=ID'");
        }
        return ModelCatalogue.find(model);
    }

    Settings settings() {
        Settings settings = PresetStore.ofUser(this::warn).settings(family(), preset);
        for (Map.Entry<String, String> override : overrides.entrySet()) {
            settings = settings.with(override.getKey(), override.getValue());
        }
        return settings;
    }
}
