package io.github.factorscope.peers;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.factorscope.data.Dataset;
import io.github.factorscope.data.RatingMatrix;
import io.github.factorscope.data.Split;
import io.github.factorscope.data.SplitPlan;
import io.github.factorscope.data.reading.DatasetReader;
import io.github.factorscope.experiment.Versions;
import io.github.factorscope.storage.ErrorMessages;
import io.github.factorscope.storage.UserException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Locale;

/** Measures beside LibRec, on the same ratings and in the same process, what docs/benchmarks.md reports of both. */
public final class PeersBench {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private static final String ROW = "%-6s  %-22s  %6s  %8s  %8s  %7s  %9s  %9s%n";

    private PeersBench() {}

    /** @param args a rating file, its folder or a zip; then "true" for JSON instead of a table */
    public static void main(String[] args) {
        Locale.setDefault(Locale.ROOT);
        System.setProperty("org.apache.commons.logging.Log", "org.apache.commons.logging.impl.NoOpLog"); // LibRec's
        try {
            ObjectNode result = measure(Path.of(args[0]));
            if (Boolean.parseBoolean(args[1])) {
                System.out.println(JSON.writeValueAsString(result));
            } else {
                print(result, System.out);
            }
        } catch (IOException | UserException e) {
            System.err.println("peers: " + ErrorMessages.of(e));
            System.exit(1);
        }
    }

    private static ObjectNode measure(Path ratings) throws IOException {
        Dataset dataset = DatasetReader.read(ratings).dataset();
        Split split = Split.of(dataset, new SplitPlan(0.1, 0, Match.SEED));
        if (!split.hasTest()) {
            throw new UserException("There are too few ratings in " + ratings + ". Choose a larger file.");
        }
        Versions versions = Versions.current();
        RatingMatrix training = split.training();
        ObjectNode result = JSON.createObjectNode()
                .put("java", versions.java())
                .put("system", versions.system())
                .put("processors", Runtime.getRuntime().availableProcessors())
                .put("trainingRatings", training.size())
                .put("users", training.users())
                .put("items", training.items());
        for (Match match : Match.ALL) {
            result.withArray("models").add(toJson(match, match.play(split, System.err::println)));
        }
        return result;
    }

    private static ObjectNode toJson(Match match, Match.Result result) {
        ObjectNode node = JSON.createObjectNode()
                .put("model", match.model())
                .put("peer", match.peer())
                .put("epochs", match.epochs())
                .put("warmUpEpochs", match.warmUp())
                .put("timesAsFast", result.timesAsFast());
        node.set("settings", JSON.valueToTree(result.settings().toMap()));
        node.set("factorScope", toJson(result.ours()));
        node.set("libRec", toJson(result.theirs()));
        return node;
    }

    private static ObjectNode toJson(Match.Side side) {
        ObjectNode node = JSON.createObjectNode()
                .put("secondsPerEpoch", side.secondsPerEpoch())
                .put("testRmse", side.testRmse());
        node.set("seconds", JSON.valueToTree(side.seconds()));
        return node;
    }

    private static void print(ObjectNode result, PrintStream out) {
        out.printf(
                "%,d training ratings, f = %d; Java %s on %s, %d processors%n%n",
                result.path("trainingRatings").asInt(),
                Match.FACTORS,
                result.path("java").asText(),
                result.path("system").asText(),
                result.path("processors").asInt());
        out.printf(ROW, "", "", "", "s/epoch", "s/epoch", "times", "test RMSE", "test RMSE");
        out.printf(ROW, "Model", "LibRec", "Epochs", "ours", "LibRec", "as fast", "ours", "LibRec");
        result.path("models")
                .forEach(model -> out.printf(
                        ROW,
                        model.path("model").asText(),
                        model.path("peer").asText(),
                        model.path("epochs").asText(),
                        "%.4f"
                                .formatted(
                                        model.at("/factorScope/secondsPerEpoch").asDouble()),
                        "%.4f".formatted(model.at("/libRec/secondsPerEpoch").asDouble()),
                        "%.1f".formatted(model.path("timesAsFast").asDouble()),
                        "%.4f".formatted(model.at("/factorScope/testRmse").asDouble()),
                        "%.4f".formatted(model.at("/libRec/testRmse").asDouble())));
    }
}
