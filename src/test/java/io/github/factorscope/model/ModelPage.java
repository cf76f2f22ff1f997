package io.github.factorscope.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The page on a family, and the tables that must stand on it. */
record ModelPage(ModelFamily family, String text) {
    static final Path FOLDER = Path.of("docs", "models");

    static ModelPage of(ModelFamily family) throws IOException {
        Path file = FOLDER.resolve(family.id() + ".md");
        return new ModelPage(family, Files.exists(file) ? Files.readString(file) : "");
    }

    /** Symbol, name, default, range and meaning of every setting. */
    static String settings(ModelFamily family) {
        StringBuilder table = new StringBuilder("| | setting | default | range | what it does |\n");
        table.append("| --- | --- | ---: | --- | --- |\n");
        for (Hyperparameter<?> hyperparameter : family.hyperparameters()) {
            table.append(line(
                    hyperparameter.symbol(),
                    "`" + hyperparameter.name() + "`",
                    family.defaults().format(hyperparameter),
                    hyperparameter.domain().description(),
                    hyperparameter.help() + only(family, hyperparameter)));
        }
        return table.toString();
    }

    /** Under which choices of another setting it has a meaning; nothing where it always has. */
    private static String only(ModelFamily family, Hyperparameter<?> hyperparameter) {
        for (Hyperparameter<?> other : family.hyperparameters()) {
            if (other.domain() instanceof Domain.Choices<?> choices) {
                Settings settings = family.defaults();
                List<String> meaningful = List.of(choices.description().split(", ", -1)).stream()
                        .filter(choice -> hyperparameter.applies(settings.with(other.name(), choice)))
                        .toList();
                if (meaningful.size() < choices.choices().size()) {
                    return " Only with `" + other.name() + "` " + String.join(" or ", meaningful) + ".";
                }
            }
        }
        return "";
    }

    /** What each preset sets that is not the default, and what it is for. */
    static String presets(ModelFamily family) {
        Map<String, Object> defaults = family.defaults().toMap();
        StringBuilder table = new StringBuilder("| preset | sets | for |\n| --- | --- | --- |\n");
        for (Preset preset : family.presets()) {
            String changes = family.hyperparameters().stream()
                    .filter(each -> !defaults.get(each.name())
                            .equals(preset.settings().toMap().get(each.name())))
                    .map(each -> "`" + each.name() + "=" + preset.settings().format(each) + "`")
                    .collect(Collectors.joining(" "));
            table.append(line("`" + preset.name() + "`", changes, preset.about()));
        }
        return table.toString();
    }

    private static String line(String... cells) {
        return ("| " + String.join(" | ", cells) + " |\n").replace("|  |", "| |");
    }

    /** What stands between a heading and the next one. */
    Optional<String> section(String heading) {
        int at = text.indexOf("\n## " + heading + "\n");
        if (at < 0) {
            return Optional.empty();
        }
        int next = text.indexOf("\n## ", at + 1);
        return Optional.of(text.substring(at, next < 0 ? text.length() : next));
    }
}
