package io.github.factorscope.lesson;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.factorscope.experiment.ModelCatalogue;
import io.github.factorscope.model.ModelFamily;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Reads tasks: an object with one field each, whose name says what is to be done. */
final class TaskReader {
    private static final Set<String> KINDS = Set.of(
            "open-data",
            "screen",
            "train",
            "select",
            "show-runs",
            "judge",
            "switch",
            "user",
            "item",
            "rate",
            "reset-ratings",
            "evidence",
            "side-by-side",
            "map-item",
            "learn");

    private static final int MOST_STEPS = 1000;

    private final Set<String> runs;
    private final Set<String> screens;

    /**
     * A reader.
     *
     * @param runs names that a task may speak of
     * @param screens that the window has
     */
    TaskReader(Set<String> runs, Set<String> screens) {
        this.runs = runs;
        this.screens = screens;
    }

    Task read(JsonNode node, String place) {
        Fields fields = new Fields(node, place, KINDS);
        if (node.size() != 1) {
            throw fields.wrong("a task is an object with one field, had " + node.size());
        }
        String kind = node.fieldNames().next();
        return switch (kind) {
            case "open-data" -> yes(fields, kind, new Task.OpenData());
            case "screen" -> new Task.ShowScreen(among(screens, "screen", fields.text(kind), fields));
            case "train" -> new Task.Train(run(fields.text(kind), fields));
            case "select" -> new Task.SelectRun(run(fields.text(kind), fields));
            case "show-runs" -> new Task.ShowRuns(runs(fields, kind));
            case "judge" -> new Task.JudgeRuns(runs(fields, kind));
            case "switch" -> new Task.Switch(fields.text(kind));
            case "user" -> new Task.ShowUser(fields.text(kind));
            case "item" -> new Task.ExplainItem(fields.text(kind));
            case "rate" -> rate(new Fields(fields.get(kind), place + ", rate", Set.of("item", "stars")));
            case "reset-ratings" -> yes(fields, kind, new Task.ResetRatings());
            case "evidence" -> new Task.ShowEvidence(isOpen(fields, kind));
            case "side-by-side" -> new Task.SideBySide(runs(fields, kind));
            case "learn" -> learn(new Fields(fields.get(kind), place + ", learn", Set.of("model", "steps")));
            default -> new Task.ShowOnMap(fields.text(kind));
        };
    }

    /** The runs that a task speaks of. */
    static Stream<String> runsOf(Task task) {
        if (task instanceof Task.Train train) {
            return Stream.of(train.run());
        } else if (task instanceof Task.SelectRun select) {
            return Stream.of(select.run());
        } else if (task instanceof Task.ShowRuns show) {
            return show.runs().stream();
        } else if (task instanceof Task.JudgeRuns judge) {
            return judge.runs().stream();
        } else if (task instanceof Task.SideBySide side) {
            return side.runs().stream();
        }
        return Stream.empty();
    }

    private static Task yes(Fields fields, String kind, Task task) {
        if (!fields.get(kind).asBoolean()) {
            throw fields.wrong(kind + " must be true");
        }
        return task;
    }

    private static boolean isOpen(Fields fields, String kind) {
        return switch (fields.text(kind)) {
            case "open" -> true;
            case "closed" -> false;
            default -> throw fields.wrong(kind + " must be open or closed, was " + fields.text(kind));
        };
    }

    private static Task rate(Fields fields) {
        if (!fields.get("stars").isNumber()) {
            throw fields.wrong("stars must be a number");
        }
        return new Task.Rate(fields.text("item"), fields.get("stars").floatValue());
    }

    private static Task learn(Fields fields) {
        String model = fields.text("model");
        if (ModelCatalogue.all().stream().noneMatch(family -> family.id().equals(model))) {
            throw fields.wrong("there is no model " + model + ", choose among "
                    + String.join(
                            ", ",
                            ModelCatalogue.all().stream().map(ModelFamily::id).toList()));
        }
        JsonNode steps = fields.get("steps");
        if (!steps.isInt() || steps.intValue() < 1 || steps.intValue() > MOST_STEPS) {
            throw fields.wrong("steps must be a number from 1 to " + MOST_STEPS);
        }
        return new Task.LearnSteps(model, steps.intValue());
    }

    private List<String> runs(Fields fields, String kind) {
        List<String> names = fields.list(kind).stream()
                .map(each -> run(each.asText(), fields))
                .toList();
        if (names.isEmpty()) {
            throw fields.wrong(kind + " must name runs");
        }
        return names;
    }

    private String run(String name, Fields fields) {
        return among(runs, "run", name, fields);
    }

    private static String among(Set<String> known, String what, String name, Fields fields) {
        if (!known.contains(name)) {
            throw fields.wrong(
                    "there is no " + what + " " + name + ", choose among " + String.join(", ", new TreeSet<>(known)));
        }
        return name;
    }
}
