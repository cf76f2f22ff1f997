package io.github.factorscope.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.factorscope.data.Split;
import io.github.factorscope.data.SplitPlan;
import io.github.factorscope.data.reading.DatasetReader;
import io.github.factorscope.experiment.Forecast;
import io.github.factorscope.experiment.ModelCatalogue;
import io.github.factorscope.model.Hyperparameter;
import io.github.factorscope.model.ModelFamily;
import io.github.factorscope.model.Preset;
import io.github.factorscope.storage.PresetStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists the models with all that can be set. */
@Command(name = "models", description = "List the models, their hyperparameters and presets.")
final class ModelsCommand implements Callable<Integer> {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Mixin
    private OutputOptions output;

    @Option(
            names = "--ratings",
            paramLabel = "PATH",
            description = "Forecast what each model takes on this data, instead of describing it.")
    private Path ratings;

    @Option(
            names = "--preset",
            paramLabel = "NAME",
            defaultValue = "default",
            description = "With --ratings: the settings to forecast for (default: default).")
    private String preset;

    @Override
    public Integer call() throws IOException {
        if (ratings != null) {
            forecast(Split.of(DatasetReader.read(ratings).dataset(), new SplitPlan(0, 0, 1)));
            return 0;
        }
        PresetStore own = PresetStore.ofUser(output::progress);
        if (output.json()) {
            ArrayNode models = JSON.createArrayNode();
            ModelCatalogue.all().forEach(family -> models.add(describe(family, own)));
            output.print(JSON.createObjectNode().set("models", models));
        } else {
            ModelCatalogue.all().forEach(family -> print(family, own));
        }
        return 0;
    }

    private static ObjectNode describe(ModelFamily family, PresetStore own) {
        ObjectNode node = JSON.createObjectNode()
                .put("id", family.id())
                .put("title", family.title())
                .put("summary", family.summary())
                .put("formula", family.formula())
                .put("citation", family.citation());
        ArrayNode hyperparameters = node.putArray("hyperparameters");
        for (Hyperparameter<?> hyperparameter : family.hyperparameters()) {
            hyperparameters
                    .addObject()
                    .put("name", hyperparameter.name())
                    .put("label", hyperparameter.label())
                    .put("symbol", hyperparameter.symbol())
                    .put("values", hyperparameter.domain().description())
                    .put("help", hyperparameter.help())
                    .set("default", JSON.valueToTree(family.defaults().toMap().get(hyperparameter.name())));
        }
        ArrayNode presets = node.putArray("presets");
        family.presets().forEach(preset -> presets.add(describe(preset, false)));
        own.of(family).forEach(preset -> presets.add(describe(preset, true)));
        return node;
    }

    /** @param saved whether somebody saved it; otherwise it came with the model */
    private static ObjectNode describe(Preset preset, boolean saved) {
        ObjectNode node = JSON.createObjectNode()
                .put("name", preset.name())
                .put("about", preset.about())
                .put("saved", saved);
        node.set("settings", JSON.valueToTree(preset.settings().toMap()));
        return node;
    }

    private void print(ModelFamily family, PresetStore own) {
        output.out().println(family.id() + " — " + family.title() + " (" + family.citation() + ")");
        output.out().println("  " + family.formula());
        output.out().println("  " + family.summary());
        TextTable table = new TextTable("lllll");
        for (Hyperparameter<?> hyperparameter : family.hyperparameters()) {
            table.row(
                    "   ",
                    hyperparameter.name(),
                    hyperparameter.symbol(),
                    family.defaults().format(hyperparameter) + "  ("
                            + hyperparameter.domain().description() + ")",
                    hyperparameter.help());
        }
        table.print(output.out());
        output.out()
                .println("  presets: "
                        + String.join(
                                ", ",
                                family.presets().stream().map(Preset::name).toList()));
        for (Preset preset : own.of(family)) {
            output.out().println("  saved: " + preset.name() + " — " + preset.about());
        }
        output.out().println();
    }

    private void forecast(Split split) {
        ArrayNode models = JSON.createArrayNode();
        TextTable table = new TextTable("lrrr");
        table.row("Model", "Memory", "Seconds", "Seconds an epoch");
        for (ModelFamily family : ModelCatalogue.all()) {
            Forecast forecast = Forecast.of(family, family.preset(preset), split);
            models.addObject()
                    .put("id", family.id())
                    .put("bytes", forecast.bytes())
                    .put("freeBytes", forecast.freeBytes())
                    .put("seconds", forecast.seconds())
                    .put("secondsPerEpoch", forecast.epochSeconds());
            table.row(
                    family.id(),
                    Forecast.words(forecast.bytes()) + (forecast.fits() ? "" : ", does not fit"),
                    String.format(Locale.ROOT, "%.1f", forecast.seconds()),
                    String.format(Locale.ROOT, "%.3f", forecast.epochSeconds()));
        }
        if (output.json()) {
            output.print(JSON.createObjectNode().set("models", models));
        } else {
            table.print(output.out());
        }
    }
}
