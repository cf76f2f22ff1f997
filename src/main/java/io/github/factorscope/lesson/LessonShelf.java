package io.github.factorscope.lesson;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The lessons that there are: those that came with the application, and those that somebody has put into a folder. */
public final class LessonShelf {
    private static final String INDEX = "index.txt";
    private static final long MOST_BYTES = 1L << 20;
    private static final int MOST_FILES = 200;

    private final LessonReader reader;

    public LessonShelf(LessonReader reader) {
        this.reader = reader;
    }

    /** In the order of the index. */
    public List<Lesson> bundled() {
        try {
            List<Lesson> lessons = new ArrayList<>();
            for (String name : new String(open(INDEX).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList()) {
                try (InputStream in = open(name + ".json")) {
                    lessons.add(reader.read(in, name + ".json"));
                }
            }
            return lessons;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream open(String name) {
        InputStream in = LessonShelf.class.getResourceAsStream(name);
        if (in == null) {
            throw new IllegalStateException(name + " is missing");
        }
        return in;
    }

    /**
     * Those of a folder, by the names of their files; none where there is no such folder.
     *
     * @param complaints hears a sentence for each file that is no lesson
     */
    public List<Lesson> of(Path folder, Consumer<String> complaints) {
        List<Lesson> lessons = new ArrayList<>();
        for (Path file : files(folder, complaints)) {
            String name = file.getFileName().toString();
            try (InputStream in = Files.newInputStream(file)) {
                if (Files.size(file) > MOST_BYTES) {
                    throw new InvalidLessonException(name + ": it is far too large.");
                }
                lessons.add(reader.read(in, name));
            } catch (InvalidLessonException e) {
                complaints.accept(e.getMessage());
            } catch (IOException e) {
                complaints.accept(name + ": it cannot be read.");
            }
        }
        return lessons;
    }

    private static List<Path> files(Path folder, Consumer<String> complaints) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(file -> file.getFileName().toString().endsWith(".json"))
                    .sorted()
                    .limit(MOST_FILES)
                    .toList();
        } catch (IOException e) {
            complaints.accept(folder + " cannot be read.");
            return List.of();
        }
    }
}
