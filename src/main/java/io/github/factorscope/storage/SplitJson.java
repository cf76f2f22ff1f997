package io.github.factorscope.storage;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.factorscope.data.SplitPlan;
import io.github.factorscope.data.TestChoice;
import io.github.factorscope.text.Texts;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;

/** How ratings are set apart, as JSON: the same in run folders and in the window's settings. */
final class SplitJson {
    private static final Texts TEXTS = Texts.of(SplitJson.class);
    private static final ObjectMapper JSON = new ObjectMapper();

    private SplitJson() {}

    /** {@code test} names the choice, the fields after it are the choice's own. */
    static ObjectNode write(SplitPlan plan) {
        ObjectNode node = JSON.createObjectNode();
        TestChoice test = plan.test();
        if (test instanceof TestChoice.RandomShare random) {
            node.put("test", "random-share").put("testShare", random.share());
        } else if (test instanceof TestChoice.Fold fold) {
            node.put("test", "fold").put("fold", fold.fold()).put("folds", fold.folds());
        } else if (test instanceof TestChoice.LastOfUser last) {
            node.put("test", "last-of-user").put("last", last.count());
        } else if (test instanceof TestChoice.FromDate from) {
            node.put("test", "from-date").put("from", from.instant().toString());
        } else {
            node.put("test", "test-file");
        }
        return node.put("validationShare", plan.validationShare()).put("seed", plan.seed());
    }

    /**
     * Reads what was written, also before there were other choices than a random share and a test file.
     *
     * @throws IllegalArgumentException where something is missing or out of its range
     */
    static SplitPlan read(JsonNode node) {
        JsonNode seed = node.path("seed");
        if (!seed.canConvertToLong() || !seed.isIntegralNumber()) {
            throw wrong("seed");
        }
        return new SplitPlan(test(node), number(node, "validationShare"), seed.asLong());
    }

    private static TestChoice test(JsonNode node) {
        if (!node.has("test")) {
            return node.path("givenTest").asBoolean()
                    ? new TestChoice.GivenFile()
                    : new TestChoice.RandomShare(number(node, "testShare"));
        }
        return switch (node.path("test").asText()) {
            case "random-share" -> new TestChoice.RandomShare(number(node, "testShare"));
            case "fold" -> new TestChoice.Fold(whole(node, "fold"), whole(node, "folds"));
            case "last-of-user" -> new TestChoice.LastOfUser(whole(node, "last"));
            case "from-date" -> from(node.path("from").asText());
            case "test-file" -> new TestChoice.GivenFile();
            default -> throw wrong("test");
        };
    }

    private static TestChoice from(String text) {
        try {
            return new TestChoice.FromDate(Instant.parse(text).getEpochSecond());
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(TEXTS.get("split-from", text), e);
        }
    }

    private static double number(JsonNode node, String name) {
        if (!node.path(name).isNumber()) {
            throw wrong(name);
        }
        return node.path(name).asDouble();
    }

    private static int whole(JsonNode node, String name) {
        if (!node.path(name).isInt()) {
            throw wrong(name);
        }
        return node.path(name).asInt();
    }

    private static IllegalArgumentException wrong(String name) {
        return new IllegalArgumentException(TEXTS.get("split-lacks", name));
    }

    /** For fields of records that Jackson writes. */
    static final class Writer extends JsonSerializer<SplitPlan> {
        @Override
        public void serialize(SplitPlan plan, JsonGenerator out, SerializerProvider serializers) throws IOException {
            out.writeTree(SplitJson.write(plan));
        }
    }

    /** For fields of records that Jackson reads. */
    static final class Reader extends JsonDeserializer<SplitPlan> {
        @Override
        public SplitPlan deserialize(JsonParser in, DeserializationContext context) throws IOException {
            JsonNode node = in.readValueAsTree();
            try {
                return SplitJson.read(node);
            } catch (IllegalArgumentException e) {
                throw new JsonMappingException(in, e.getMessage(), e);
            }
        }
    }
}
