package io.github.factorscope.data.reading;

import io.github.factorscope.data.IdIndex;
import io.github.factorscope.data.Item;
import io.github.factorscope.text.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds and reads what is known of the items. */
final class ItemFiles {
    private static final Texts TEXTS = Texts.of(ItemFiles.class);
    private static final List<String> NAMES = List.of(
            "u.item",
            "movies",
            "movie_titles",
            "books",
            "bx-books",
            "bx_books",
            "items",
            "films",
            "titles",
            "products",
            "anime",
            "songs",
            "games",
            "jokes",
            "movie",
            "film",
            "book",
            "item",
            "movies_metadata");
    private static final List<String> ENDINGS = List.of("", ".dat", ".csv", ".tsv", ".txt", ".item");

    private ItemFiles() {}

    /** The file beside the ratings that tells of the items; for the parts of a folder also the one above. */
    static Optional<Path> beside(Path ratings) {
        Path folder = ratings.toAbsolutePath().getParent();
        if (folder == null) {
            return Optional.empty();
        }
        Optional<Path> beside = in(folder, ratings);
        return beside.isEmpty() && folder.getParent() != null && folder.endsWith("training_set")
                ? in(folder.getParent(), ratings)
                : beside;
    }

    private static Optional<Path> in(Path folder, Path ratings) {
        Map<String, Path> files = new HashMap<>();
        try (Stream<Path> listed = Files.list(folder)) {
            listed.filter(file -> !file.equals(ratings))
                    .forEach(file -> files.putIfAbsent(
                            String.valueOf(file.getFileName())
                                    .toLowerCase(Locale.ROOT)
                                    .replaceAll("\\.gz$", ""),
                            file));
        } catch (IOException | RuntimeException e) {
            return Optional.empty(); // a folder that may not be listed: the ratings alone can be read
        }
        return NAMES.stream()
                .flatMap(name -> ENDINGS.stream().map(ending -> files.get(name + ending)))
                .filter(file -> file != null && Files.isRegularFile(file))
                .findFirst();
    }

    /**
     * What is known of the rated items, by id.
     *
     * @param given by the user, instead of a file beside the ratings
     * @throws UnreadableDataException where the given file tells nothing of the items; a file beside the ratings may
     */
    static Map<String, Item> read(DataLocation location, Optional<Path> given, IdIndex ids) throws IOException {
        Map<String, Item> items =
                new HashMap<>(given.isPresent() ? readGiven(given.get(), ids) : readBeside(location, ids));
        if (!items.isEmpty()) {
            addTags(items, location.ratings().get(0));
        }
        return items;
    }

    private static void addTags(Map<String, Item> items, Path ratings) throws IOException {
        try {
            TagFileReader.readBeside(ratings)
                    .forEach((id, tags) -> items.computeIfPresent(id, (same, item) -> item.withTags(tags)));
        } catch (IOException e) {
            // words for the items: none, which nobody has asked for
        }
    }

    private static Map<String, Item> readBeside(DataLocation location, IdIndex ids) {
        if (location.items().isEmpty()) {
            return Map.of();
        }
        try {
            return read(location.items().get(), ids).orElse(Map.of());
        } catch (IOException e) {
            return Map.of(); // nobody asked for this file: items are called by their ids
        }
    }

    private static Map<String, Item> readGiven(Path path, IdIndex ids) throws IOException {
        if (!Files.exists(path)) {
            throw new UnreadableDataException(TEXTS.get("missing", path));
        }
        Path file = Files.isDirectory(path)
                ? in(path, path).orElseThrow(() -> new UnreadableDataException(TEXTS.get("no-item-file", path)))
                : path;
        if (!Files.isReadable(file) || !Files.isRegularFile(file)) {
            throw new UnreadableDataException(TEXTS.get("not-readable", file));
        }
        Map<String, Item> items;
        try {
            items = read(file, ids).orElse(Map.of());
        } catch (IOException e) {
            throw DatasetReader.sentence(file, e);
        }
        if (items.isEmpty()) {
            throw new UnreadableDataException(TEXTS.get("nothing-of-items", file.getFileName()));
        }
        return items;
    }

    private static Optional<Map<String, Item>> read(Path file, IdIndex ids) throws IOException {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        for (ItemFileReader reader : ItemFileReader.values()) {
            if (name.equals(reader.fileName()) && reader.fits(file)) {
                return Optional.of(reader.read(file));
            }
        }
        return ItemTable.read(file, ids);
    }
}
