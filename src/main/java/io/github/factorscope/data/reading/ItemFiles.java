package io.github.factorscope.data.reading;

import io.github.factorscope.data.IdIndex;
import io.github.factorscope.data.Item;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Finds and reads what is known of the items. */
final class ItemFiles {
    private ItemFiles() {}

    /** The file beside the ratings that tells of the items. */
    static Optional<Path> beside(Path ratings) {
        for (ItemFileReader reader : ItemFileReader.values()) {
            Path file = ratings.resolveSibling(reader.fileName());
            if (Files.isRegularFile(file) && !file.equals(ratings)) {
                return Optional.of(file);
            }
        }
        return Optional.empty();
    }

    /** What is known of the rated items, by id. */
    static Map<String, Item> read(DataLocation location, Optional<Path> given, IdIndex ids) throws IOException {
        Map<String, Item> items = new HashMap<>(readDescriptions(location));
        TagFileReader.readBeside(location.ratings().get(0))
                .forEach((id, tags) -> items.computeIfPresent(id, (same, item) -> item.withTags(tags)));
        return items;
    }

    private static Map<String, Item> readDescriptions(DataLocation location) throws IOException {
        if (location.items().isEmpty()) {
            return Map.of();
        }
        Path file = location.items().get();
        for (ItemFileReader reader : ItemFileReader.values()) {
            if (Files.isRegularFile(file) && reader.fileName().equals(String.valueOf(file.getFileName()))) {
                return reader.read(file);
            }
        }
        return Map.of();
    }
}
