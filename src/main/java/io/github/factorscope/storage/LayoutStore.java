package io.github.factorscope.storage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.factorscope.data.RatingScale;
import io.github.factorscope.data.reading.Arrangement;
import io.github.factorscope.data.reading.Columns;
import io.github.factorscope.data.reading.Dialect;
import io.github.factorscope.data.reading.Layout;
import io.github.factorscope.data.reading.TimeFormat;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** How files of a shape are read, where somebody has corrected what was recognised; in one JSON file, the last {@value #MOST}. */
public final class LayoutStore {
    private static final int MOST = 50;

    private final KeptList<Corrected> kept;

    private record Corrected(String shape, Layout layout) {}

    /**
     * A store, whether its file exists or not.
     *
     * @param warnings hears a sentence for the user where the file cannot be used
     */
    public LayoutStore(Path file, Consumer<String> warnings) {
        kept = new KeptList<>(file, "layouts", new Json(), warnings);
    }

    /** How files of this shape are to be read; empty where nothing was corrected. */
    public Optional<Layout> of(String shape) {
        return kept.all().stream()
                .filter(corrected -> corrected.shape().equals(shape))
                .map(Corrected::layout)
                .findFirst();
    }

    /** Reads files of this shape so from now on. */
    public void remember(String shape, Layout layout) throws IOException {
        kept.change(before -> {
            List<Corrected> after = new ArrayList<>(List.of(new Corrected(shape, layout)));
            before.stream()
                    .filter(corrected -> !corrected.shape().equals(shape))
                    .limit(MOST - 1)
                    .forEach(after::add);
            return after;
        });
    }

    /** Reads files of this shape as they are recognised. */
    public void forget(String shape) throws IOException {
        kept.change(before -> before.stream()
                .filter(corrected -> !corrected.shape().equals(shape))
                .toList());
    }

    private static final class Json implements KeptList.Notation<Corrected> {
        @Override
        public Corrected read(JsonNode node) {
            JsonNode columns = node.path("columns");
            Dialect dialect = new Dialect(
                    node.path("delimiter").asText(),
                    node.path("quoting").asBoolean(),
                    node.path("decimalComma").asBoolean(),
                    node.path("comment").asText());
            Layout layout = new Layout(
                    node.path("name").asText(),
                    Arrangement.valueOf(node.path("arrangement").asText()),
                    dialect,
                    node.path("header").asBoolean(),
                    new Columns(
                            columns.path("user").asInt(-1),
                            columns.path("item").asInt(-1),
                            columns.path("rating").asInt(-1),
                            columns.path("time").asInt(-1),
                            columns.path("count").asInt()),
                    TimeFormat.valueOf(node.path("timeFormat").asText()),
                    Charset.forName(node.path("encoding").asText()),
                    scale(node.path("scale")),
                    node.has("noRating")
                            ? Optional.of((float) node.path("noRating").asDouble())
                            : Optional.empty());
            return new Corrected(node.path("shape").asText(), layout);
        }

        private static Optional<RatingScale> scale(JsonNode node) {
            return node.isObject()
                    ? Optional.of(new RatingScale(
                            (float) node.path("min").asDouble(),
                            (float) node.path("max").asDouble(),
                            (float) node.path("step").asDouble()))
                    : Optional.empty();
        }

        @Override
        public void write(Corrected corrected, ObjectNode node) {
            Layout layout = corrected.layout();
            Columns columns = layout.columns();
            node.put("shape", corrected.shape())
                    .put("name", layout.name())
                    .put("arrangement", layout.arrangement().name())
                    .put("delimiter", layout.dialect().delimiter())
                    .put("quoting", layout.dialect().quoting())
                    .put("decimalComma", layout.dialect().decimalComma())
                    .put("comment", layout.dialect().comment())
                    .put("header", layout.header())
                    .put("timeFormat", layout.timeFormat().name())
                    .put("encoding", layout.charset().name());
            node.putObject("columns")
                    .put("user", columns.user())
                    .put("item", columns.item())
                    .put("rating", columns.rating())
                    .put("time", columns.time())
                    .put("count", columns.count());
            layout.knownScale().ifPresent(scale -> node.putObject("scale")
                    .put("min", scale.min())
                    .put("max", scale.max())
                    .put("step", scale.step()));
            layout.noRating().ifPresent(number -> node.put("noRating", number));
        }
    }
}
