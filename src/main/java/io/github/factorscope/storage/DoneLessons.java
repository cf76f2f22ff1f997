package io.github.factorscope.storage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Which lessons somebody has gone through, in one JSON file: {@code format} and {@code lessons}, a list of {@code id}. */
public final class DoneLessons {
    private static final int MOST = 1000;

    private final KeptList<String> kept;

    /**
     * A store, whether its file exists or not.
     *
     * @param warnings hears a sentence for the user where the file cannot be used
     */
    public DoneLessons(Path file, Consumer<String> warnings) {
        kept = new KeptList<>(file, "lessons", new Json(), warnings);
    }

    /** Ids, in the order in which the lessons were first gone through. */
    public Set<String> all() {
        return new LinkedHashSet<>(kept.all());
    }

    /** Remembers a lesson; one that is known already stays where it is. */
    public void add(String id) throws IOException {
        kept.change(before -> {
            if (before.contains(id) || before.size() >= MOST) {
                return before;
            }
            List<String> after = new ArrayList<>(before);
            after.add(id);
            return after;
        });
    }

    private static final class Json implements KeptList.Notation<String> {
        @Override
        public String read(JsonNode node) {
            String id = node.path("id").asText();
            if (id.isBlank()) {
                throw new IllegalArgumentException("a lesson has no id");
            }
            return id;
        }

        @Override
        public void write(String id, ObjectNode node) {
            node.put("id", id);
        }
    }
}
