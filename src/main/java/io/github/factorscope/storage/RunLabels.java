package io.github.factorscope.storage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What people call a run: kept in {@code labels.json} beside {@code run.json}, which stays as training wrote it.
 *
 * @param number by which the window lists it; 0 where it has none
 * @param name empty where nobody gave it one
 * @param tags without repetition
 */
public record RunLabels(int number, String name, List<String> tags) {
    /** Of a run that nobody has labelled. */
    public static final RunLabels NONE = new RunLabels(0, "", List.of());

    private static final Logger LOG = LoggerFactory.getLogger(RunLabels.class);
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private static final String FILE = "labels.json";
    private static final int VERSION = 1;
    private static final int LONGEST = 200; // characters
    private static final long MOST_BYTES = 1 << 16;

    public RunLabels {
        if (number < 0) {
            throw new IllegalArgumentException("the number of a run is not negative, was " + number);
        }
        name = oneLine(name);
        tags = tags.stream()
                .map(RunLabels::oneLine)
                .filter(tag -> !tag.isEmpty())
                .distinct()
                .toList();
    }

    private static String oneLine(String text) {
        String line = text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST).strip();
    }

    public RunLabels withName(String other) {
        return new RunLabels(number, other, tags);
    }

    public RunLabels withTags(List<String> others) {
        return new RunLabels(number, name, others);
    }

    /** Of the run in a folder. Labels that cannot be read are no reason to refuse a run: then it has none. */
    static RunLabels read(Path folder) {
        Path file = folder.resolve(FILE);
        try {
            if (!Files.isRegularFile(file) || Files.size(file) > MOST_BYTES) {
                return NONE;
            }
            JsonNode node = JSON.readTree(file.toFile());
            List<String> tags = new ArrayList<>();
            node.path("tags").forEach(tag -> tags.add(tag.asText()));
            return new RunLabels(
                    Math.max(0, node.path("number").asInt()), node.path("name").asText(), tags);
        } catch (IOException e) {
            LOG.warn("{} cannot be read; the run goes without labels", file, e);
            return NONE;
        }
    }

    /** Into a folder that others may be reading. */
    void write(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new NoSuchFileException(folder.toString());
        }
        AtomicFiles.writeFile(folder.resolve(FILE), this::writeFile);
    }

    /** Into a folder that is being made. */
    void writeTo(Path folder) throws IOException {
        writeFile(folder.resolve(FILE));
    }

    private void writeFile(Path file) throws IOException {
        ObjectNode node = JSON.createObjectNode().put("format", VERSION);
        node.put("number", number).put("name", name).set("tags", JSON.valueToTree(tags));
        JSON.writeValue(file.toFile(), node);
    }
}
