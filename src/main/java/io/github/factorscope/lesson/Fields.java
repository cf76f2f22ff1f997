package io.github.factorscope.lesson;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A JSON object of a lesson, read strictly: whoever writes one hears of every slip, and where it is. */
final class Fields {
    private final JsonNode node;
    private final String place;

    /**
     * An object whose fields are all known.
     *
     * @param place such as "mine.json, step factors"
     * @param known names that it may have
     */
    Fields(JsonNode node, String place, Set<String> known) {
        this.node = node;
        this.place = place;
        if (!node.isObject()) {
            throw wrong("an object in braces is wanted, was " + brief(node));
        }
        Iterator<String> names = node.fieldNames();
        while (names.hasNext()) {
            String name = names.next();
            if (!known.contains(name)) {
                throw wrong("there is no field " + name + ", choose among "
                        + String.join(", ", known.stream().sorted().toList()));
            }
        }
    }

    InvalidLessonException wrong(String reason) {
        return new InvalidLessonException(place + ": " + reason + ".");
    }

    JsonNode get(String name) {
        return node.path(name);
    }

    String text(String name) {
        if (!node.path(name).isTextual() || node.path(name).asText().isBlank()) {
            throw wrong("the text " + name + " is missing");
        }
        return node.path(name).asText();
    }

    String text(String name, String otherwise) {
        return node.has(name) ? text(name) : otherwise;
    }

    long whole(String name, long least, long most, long otherwise) {
        JsonNode found = node.path(name);
        if (found.isMissingNode()) {
            return otherwise;
        }
        if (!found.isIntegralNumber() || found.asLong() < least || found.asLong() > most) {
            throw wrong(name + " must be a whole number from " + least + " to " + most + ", was " + brief(found));
        }
        return found.asLong();
    }

    double share(String name, double otherwise) {
        JsonNode found = node.path(name);
        if (found.isMissingNode()) {
            return otherwise;
        }
        if (!found.isNumber() || !(found.asDouble() >= 0 && found.asDouble() <= 0.9)) {
            throw wrong(name + " must be a number from 0 to 0.9, was " + brief(found));
        }
        return found.asDouble();
    }

    /** The parts of a list; none where there is no such field. */
    List<JsonNode> list(String name) {
        JsonNode found = node.path(name);
        if (!found.isMissingNode() && !found.isArray()) {
            throw wrong(name + " must be a list in square brackets, was " + brief(found));
        }
        List<JsonNode> parts = new ArrayList<>();
        found.forEach(parts::add);
        return parts;
    }

    /** What stands under each name; nothing where there is no such field. */
    Map<String, JsonNode> map(String name) {
        JsonNode found = node.path(name);
        if (!found.isMissingNode() && !found.isObject()) {
            throw wrong(name + " must be an object in braces, was " + brief(found));
        }
        Map<String, JsonNode> parts = new LinkedHashMap<>();
        found.properties().forEach(each -> parts.put(each.getKey(), each.getValue()));
        return parts;
    }

    private static String brief(JsonNode node) {
        String text = node.isMissingNode() ? "nothing" : node.toString();
        return text.length() > 40 ? text.substring(0, 40) + "…" : text;
    }
}
