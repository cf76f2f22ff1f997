package io.github.factorscope.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.factorscope.data.Dataset;
import io.github.factorscope.data.RatingMatrix;
import io.github.factorscope.data.TrainingData;
import io.github.factorscope.experiment.Forecast;
import io.github.factorscope.inspection.AnswerTimes;
import io.github.factorscope.model.DataShape;
import io.github.factorscope.model.FittedModel;
import io.github.factorscope.model.ModelFamily;
import io.github.factorscope.model.Settings;
import io.github.factorscope.model.Trainer;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Measures how soon Explore answers: recommendations from the whole catalogue and the explanation of one, for users as they are
 * and with a changed rating. Models learn for a few epochs only: how good they are does not matter.
 */
final class ExploreBench {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int EPOCHS = 2;
    private static final int REPEAT = 20;
    private static final List<Integer> ACTIVITIES = List.of(100, 500);
    private static final String FACTORS = "factors";
    private static final String MANY_FACTORS = "200";
    private static final List<Map.Entry<String, String>> SMALLER =
            List.of(Map.entry("listLength", "2000"), Map.entry("fewestRatings", "60"));

    private final Dataset dataset;
    private final RatingMatrix training;
    private final Consumer<String> progress;

    /** All ratings are learned from. */
    ExploreBench(Dataset dataset, Consumer<String> progress) {
        this.dataset = dataset;
        this.progress = progress;
        training = dataset.matrix(dataset.ratings());
    }

    ObjectNode measure(List<ModelFamily> families) {
        ObjectNode node = JSON.createObjectNode()
                .put("name", dataset.name())
                .put("users", dataset.users().size())
                .put("items", dataset.items().size())
                .put("ratings", dataset.ratings().size());
        ArrayNode models = node.putArray("explore");
        for (ModelFamily family : families) {
            for (Settings settings : variants(family)) {
                measure(models.addObject(), family, settings);
            }
        }
        return node;
    }

    /** The default settings, and those with many factors where there are factors; less of what does not fit into memory. */
    private List<Settings> variants(ModelFamily family) {
        List<Settings> variants = new ArrayList<>(List.of(family.defaults()));
        if (family.defaults().toMap().containsKey(FACTORS)) {
            variants.add(family.defaults().with(FACTORS, MANY_FACTORS));
        }
        return variants.stream().map(settings -> fitting(family, settings)).toList();
    }

    private Settings fitting(ModelFamily family, Settings settings) {
        Settings fitting = settings;
        for (Map.Entry<String, String> smaller : SMALLER) {
            if (bytes(family, fitting) > Forecast.bytesFreeNow()
                    && settings.toMap().containsKey(smaller.getKey())) {
                fitting = fitting.with(smaller.getKey(), smaller.getValue());
            }
        }
        return fitting;
    }

    private double bytes(ModelFamily family, Settings settings) {
        return family.cost(DataShape.of(training), settings).bytes();
    }

    private static String name(ModelFamily family, Settings settings) {
        StringBuilder name = new StringBuilder(family.id());
        Map<String, Object> usual = family.defaults().toMap();
        settings.toMap().forEach((setting, value) -> {
            if (!value.equals(usual.get(setting))) {
                name.append(", ").append(setting).append(' ').append(value);
            }
        });
        return name.toString();
    }

    private void measure(ObjectNode node, ModelFamily family, Settings settings) {
        String name = name(family, settings);
        node.put("model", name);
        TrainingData data = new TrainingData(training, dataset.items());
        String objection = family.objection(data).orElse(null);
        if (objection == null && bytes(family, settings) > Forecast.bytesFreeNow()) {
            objection = "needs " + Forecast.words((long) bytes(family, settings)) + " of memory";
        }
        if (objection != null) {
            node.put("notMeasured", objection);
            return;
        }
        progress.accept("Training " + name + " on " + dataset.name());
        long start = System.nanoTime();
        FittedModel model = trained(family, settings, data);
        node.put("trainSeconds", (System.nanoTime() - start) / 1e9);
        ArrayNode users = node.putArray("users");
        for (int activity : ACTIVITIES) {
            int user = userWith(activity);
            ObjectNode times =
                    users.addObject().put("ratings", training.byUser().length(user));
            add(times.putObject("known"), AnswerTimes.known(model, training, user, REPEAT));
            add(times.putObject("changed"), AnswerTimes.changed(model, training, user, REPEAT));
            progress.accept("  a user with " + times.path("ratings").asText() + " ratings: "
                    + times(times.path("known")) + " ms, changed " + times(times.path("changed")) + " ms");
        }
    }

    private static FittedModel trained(ModelFamily family, Settings settings, TrainingData data) {
        Trainer trainer = family.newTrainer(data, settings, 1);
        for (int epoch = 0; epoch < Math.min(EPOCHS, trainer.plannedEpochs()); epoch++) {
            trainer.runEpoch(() -> false);
        }
        return trainer.snapshot();
    }

    private int userWith(int ratings) {
        int nearest = 0;
        for (int user = 1; user < training.users(); user++) {
            if (distance(user, ratings) < distance(nearest, ratings)) {
                nearest = user;
            }
        }
        return nearest;
    }

    private int distance(int user, int ratings) {
        return Math.abs(training.byUser().length(user) - ratings);
    }

    private static void add(ObjectNode node, AnswerTimes times) {
        node.put("listMillis", times.listMillis())
                .put("explanationMillis", times.explanationMillis())
                .put("longestMillis", times.longestMillis());
    }

    /** Milliseconds for the list and the explanation. */
    static void print(PrintWriter out, JsonNode data) {
        out.printf(
                Locale.ROOT,
                "%n%s: %,d users, %,d items, %,d ratings; milliseconds for recommendations + explanation of one%n%n",
                data.path("name").asText(),
                data.path("users").asInt(),
                data.path("items").asInt(),
                data.path("ratings").asInt());
        TextTable table = new TextTable("lrrrrrrrr");
        table.row(
                "Model",
                "Trained in",
                "Ratings",
                "As learned",
                "Changed",
                "Ratings",
                "As learned",
                "Changed",
                "Longest");
        for (JsonNode model : data.path("explore")) {
            if (model.has("notMeasured")) {
                table.row(
                        model.path("model").asText(), model.path("notMeasured").asText());
                continue;
            }
            JsonNode few = model.path("users").get(0);
            JsonNode many = model.path("users").get(1);
            table.row(
                    model.path("model").asText(),
                    String.format(
                            Locale.ROOT, "%.1f s", model.path("trainSeconds").asDouble()),
                    few.path("ratings").asText(),
                    times(few.path("known")),
                    times(few.path("changed")),
                    many.path("ratings").asText(),
                    times(many.path("known")),
                    times(many.path("changed")),
                    String.format(Locale.ROOT, "%.1f", longest(few, many)));
        }
        table.print(out);
    }

    private static String times(JsonNode times) {
        return String.format(
                Locale.ROOT,
                "%.1f + %.1f",
                times.path("listMillis").asDouble(),
                times.path("explanationMillis").asDouble());
    }

    private static double longest(JsonNode few, JsonNode many) {
        double longest = 0;
        for (JsonNode user : List.of(few, many)) {
            for (String kind : List.of("known", "changed")) {
                longest =
                        Math.max(longest, user.path(kind).path("longestMillis").asDouble());
            }
        }
        return longest;
    }
}
