package io.github.factorscope.storage;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.factorscope.text.Texts;
import java.io.CharConversionException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A list that somebody keeps, in one JSON file: {@code format}, and the things under their name. Every change reads the file
 * anew, so that a window and a command line do not undo each other's. A file that cannot be read is kept aside.
 */
final class KeptList<T> {
    private static final Texts TEXTS = Texts.of(KeptList.class);
    private static final Logger LOG = LoggerFactory.getLogger(KeptList.class);
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private static final int FORMAT = 1;
    private static final long MOST_BYTES = 64L << 20;

    private final Path file;
    private final String name;
    private final Notation<T> notation;
    private final Consumer<String> warnings;

    /** How a thing stands in the file. */
    interface Notation<T> {
        /** @throws IllegalArgumentException where this is no such thing, with the reason */
        T read(JsonNode node);

        void write(T thing, ObjectNode node);
    }

    /**
     * A list, whether its file exists or not.
     *
     * @param name of the things, in the plural
     * @param warnings hears a sentence for the user where the file cannot be used
     */
    KeptList(Path file, String name, Notation<T> notation, Consumer<String> warnings) {
        this.file = file;
        this.name = name;
        this.notation = notation;
        this.warnings = warnings;
    }

    /** In the order of the file. */
    List<T> all() {
        synchronized (KeptList.class) {
            try {
                return read();
            } catch (DamagedException e) {
                return setAsideOrSay(e);
            } catch (IOException | UserException e) {
                warnings.accept(ErrorMessages.of(e));
                return List.of();
            }
        }
    }

    void change(UnaryOperator<List<T>> change) throws IOException {
        FileLocks.alone(file, () -> {
            List<T> before;
            try {
                before = read();
            } catch (DamagedException e) {
                before = setAside(e);
            }
            List<T> after = change.apply(before);
            AtomicFiles.writeFile(file, target -> JSON.writeValue(target.toFile(), json(after)));
        });
    }

    /** What stands in the file is not what this class writes. */
    private static final class DamagedException extends IOException {
        private static final long serialVersionUID = 1;

        DamagedException(String message, Exception cause) {
            super(message, cause);
        }
    }

    /** @throws UserException where a newer FactorScope wrote it: then it must not be changed */
    private List<T> read() throws IOException {
        if (!Files.exists(file)) {
            return List.of();
        }
        if (Files.size(file) > MOST_BYTES) {
            throw new DamagedException("it is far too large", null);
        }
        JsonNode root;
        try {
            root = JSON.readTree(file.toFile());
        } catch (JsonProcessingException | CharConversionException e) {
            throw new DamagedException("it is no JSON", e);
        }
        if (!(root instanceof ObjectNode) || !root.path(name).isArray()) {
            throw new DamagedException("it holds no " + name, null);
        }
        if (root.path("format").asInt() > FORMAT) {
            throw new UserException(TEXTS.get("newer-list", file));
        }
        List<T> things = new ArrayList<>();
        for (JsonNode node : root.path(name)) {
            try {
                things.add(notation.read(node));
            } catch (IllegalArgumentException e) {
                throw new DamagedException("one of the " + name + " makes no sense", e);
            }
        }
        return things;
    }

    private ObjectNode json(List<T> things) {
        ObjectNode root = JSON.createObjectNode().put("format", FORMAT);
        ArrayNode list = root.putArray(name);
        things.forEach(thing -> notation.write(thing, list.addObject()));
        return root;
    }

    private List<T> setAsideOrSay(DamagedException reason) {
        try {
            return setAside(reason);
        } catch (IOException e) {
            warnings.accept(ErrorMessages.of(e));
            return List.of();
        }
    }

    private List<T> setAside(DamagedException reason) throws IOException {
        Path aside = file.resolveSibling(file.getFileName() + ".damaged");
        for (int number = 2; Files.exists(aside); number++) {
            aside = file.resolveSibling(file.getFileName() + ".damaged-" + number);
        }
        LOG.warn("{} cannot be read: {}", file, reason.getMessage()); // the cause may quote what stands there
        Files.move(file, aside);
        warnings.accept(TEXTS.get("damaged-" + name, file, aside.getFileName()));
        return List.of();
    }
}
