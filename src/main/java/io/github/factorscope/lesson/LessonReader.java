package io.github.factorscope.lesson;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.factorscope.data.SplitPlan;
import io.github.factorscope.experiment.ModelCatalogue;
import io.github.factorscope.lesson.Lesson.Step;
import io.github.factorscope.model.ModelFamily;
import io.github.factorscope.model.Settings;
import io.github.factorscope.text.Language;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads a lesson from JSON and refuses what makes no sense: unknown fields, models, settings, runs, figures, texts. */
public final class LessonReader {
    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]*");
    private static final int MOST_MINUTES = 240;
    private static final int MOST_STEPS = 50;
    private static final int USUAL_PATIENCE = 5;

    private final Set<String> screens;

    /** @param screens that the window has, by the names that lessons call them */
    public LessonReader(Set<String> screens) {
        this.screens = Set.copyOf(screens);
    }

    /**
     * Reads one.
     *
     * @param file its name, for complaints
     * @throws InvalidLessonException where it is no lesson
     */
    public Lesson read(InputStream in, String file) throws IOException {
        try {
            return lesson(JSON.readTree(in), file);
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            throw new InvalidLessonException(file + ", line " + line + ": it is no JSON.");
        }
    }

    private Lesson lesson(JsonNode root, String file) {
        Fields fields =
                new Fields(root, file, Set.of("id", "title", "summary", "minutes", "split", "seed", "runs", "steps"));
        String id = name(fields, fields.text("id"));
        long seed = fields.whole("seed", Long.MIN_VALUE, Long.MAX_VALUE, 1);
        Map<String, LessonRun> runs = new LinkedHashMap<>();
        fields.map("runs")
                .forEach((name, node) -> runs.put(name(fields, name), run(node, file + ", run " + name, seed)));
        Lesson lesson = new Lesson(
                id,
                text(fields, "title", true),
                text(fields, "summary", true),
                (int) fields.whole("minutes", 1, MOST_MINUTES, 10),
                split(fields.get("split"), file),
                runs,
                steps(fields, file, runs.keySet()));
        requireDistinct(lesson, fields);
        return lesson;
    }

    private static String name(Fields fields, String name) {
        if (!NAME.matcher(name).matches()) {
            throw fields.wrong("a name has small letters, digits and hyphens only, was " + name);
        }
        return name;
    }

    private static void requireDistinct(Lesson lesson, Fields fields) {
        Set<String> known = new HashSet<>();
        for (Step step : lesson.steps()) {
            if (!known.add(step.id())) {
                throw fields.wrong("two steps are called " + step.id());
            }
        }
        Set<String> used = lesson.steps().stream()
                .flatMap(step -> step.tasks().stream())
                .flatMap(TaskReader::runsOf)
                .collect(Collectors.toSet());
        lesson.runs().keySet().stream()
                .filter(run -> !used.contains(run))
                .findFirst()
                .ifPresent(run -> {
                    throw fields.wrong("no step trains or shows the run " + run);
                });
    }

    private static SplitPlan split(JsonNode node, String file) {
        if (node.isMissingNode()) {
            return new SplitPlan(0.1, 0.05, 1);
        }
        Fields fields = new Fields(node, file + ", split", Set.of("test", "validation", "seed"));
        return new SplitPlan(
                fields.share("test", 0.1),
                fields.share("validation", 0.05),
                fields.whole("seed", Long.MIN_VALUE, Long.MAX_VALUE, 1));
    }

    private static LessonRun run(JsonNode node, String place, long seed) {
        Fields fields = new Fields(node, place, Set.of("model", "preset", "settings", "seed", "patience"));
        try {
            ModelFamily family = ModelCatalogue.find(fields.text("model"));
            Settings settings = family.preset(fields.text("preset", "default"));
            for (Map.Entry<String, JsonNode> setting : fields.map("settings").entrySet()) {
                settings = settings.with(setting.getKey(), setting.getValue().asText());
            }
            return new LessonRun(family, settings, fields.whole("seed", Long.MIN_VALUE, Long.MAX_VALUE, seed), (int)
                    fields.whole("patience", 0, 1_000_000, USUAL_PATIENCE));
        } catch (InvalidLessonException e) {
            throw e;
        } catch (IllegalArgumentException e) { // of the model: a sentence already
            throw new InvalidLessonException(place + ": " + e.getMessage());
        }
    }

    private List<Step> steps(Fields lesson, String file, Set<String> runs) {
        TaskReader tasks = new TaskReader(runs, screens);
        List<Step> steps = new ArrayList<>();
        for (JsonNode node : lesson.list("steps")) {
            String place = file + ", step "
                    + (node.path("id").isTextual() ? node.path("id").asText() : steps.size() + 1);
            Fields fields = new Fields(node, place, Set.of("id", "text", "seen", "question", "at", "tasks", "claims"));
            Step step = new Step(
                    name(fields, fields.text("id")),
                    text(fields, "text", true),
                    text(fields, "seen", false),
                    text(fields, "question", false),
                    fields.text("at", ""),
                    fields.list("tasks").stream()
                            .map(task -> tasks.read(task, place))
                            .toList(),
                    fields.list("claims").stream()
                            .map(each -> claim(each, fields))
                            .toList());
            checkFigures(step, fields, runs);
            steps.add(step);
        }
        if (steps.isEmpty() || steps.size() > MOST_STEPS) {
            throw lesson.wrong("a lesson has 1 to " + MOST_STEPS + " steps, had " + steps.size());
        }
        return steps;
    }

    private static Claim claim(JsonNode node, Fields fields) {
        try {
            return Claim.parse(node.asText());
        } catch (IllegalArgumentException e) {
            throw fields.wrong(e.getMessage());
        }
    }

    private static void checkFigures(Step step, Fields fields, Set<String> runs) {
        try {
            Stream.concat(
                            Stream.of(step.text(), step.seen(), step.question()).flatMap(LessonText::figures),
                            step.claims().stream().flatMap(Claim::figures))
                    .forEach(figure -> figure.requireRuns(runs));
        } catch (IllegalArgumentException e) {
            throw fields.wrong(e.getMessage());
        }
    }

    /** Words as they stand, words by language, or "%key" for those of the bundle. */
    private static LessonText text(Fields fields, String name, boolean required) {
        JsonNode node = fields.get(name);
        if (node.isMissingNode() && !required) {
            return LessonText.NONE;
        }
        if (node.isObject()) {
            Map<String, String> byLanguage = new HashMap<>();
            fields.map(name).forEach((code, words) -> byLanguage.put(language(fields, code), words.asText()));
            if (!byLanguage.containsKey(Language.ENGLISH.code())) {
                throw fields.wrong("the text " + name + " has no English words (" + Language.ENGLISH.code() + ")");
            }
            return new LessonText("", byLanguage);
        }
        String words = fields.text(name);
        if (!words.startsWith("%")) {
            return new LessonText("", Map.of(Language.ENGLISH.code(), words));
        }
        LessonText text = new LessonText(words.substring(1), Map.of());
        try {
            text.plain();
        } catch (MissingResourceException e) {
            throw fields.wrong("there is no text " + words);
        }
        return text;
    }

    private static String language(Fields fields, String code) {
        return Language.ofCode(code)
                .map(Language::code)
                .orElseThrow(() -> fields.wrong("there is no language " + code + ", choose among "
                        + String.join(
                                ", ",
                                Arrays.stream(Language.values())
                                        .map(Language::code)
                                        .toList())));
    }
}
