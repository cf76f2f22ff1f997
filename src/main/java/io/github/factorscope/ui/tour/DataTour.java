package io.github.factorscope.ui.tour;

import io.github.factorscope.numeric.Randoms;
import io.github.factorscope.ui.MainWindow;
import io.github.factorscope.ui.Screen;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;

/** The part of the tour that looks at how files are read, and at what can be fetched; it opens and fetches nothing. */
final class DataTour {
    private static final int READERS = 60;
    private static final int NOVELS = 12;
    private static final int UNREAD = 7; // one novel in so many is not rated
    private static final int WORDS = 100; // one rating in so many is a word

    private final MainWindow window;
    private final Pictures pictures;
    private final Path folder;

    /** @param folder for a file that no program has written before */
    DataTour(MainWindow window, Pictures pictures, Path folder) {
        this.window = window;
        this.pictures = pictures;
        this.folder = folder;
    }

    void look(String suffix) throws IOException {
        Path file = writeStrangeFile();
        Headless.run(() -> {
            window.show(Screen.DATA);
            window.data().preview().open(file);
        });
        Headless.await(
                "the preview", () -> window.data().preview().previewProperty().get() != null);
        pictures.take("data-preview" + suffix);
        Headless.run(() -> window.data().preview().close());
        Headless.run(() -> window.fetch().show());
        Headless.await("what can be fetched", () -> !window.fetch().lines().isEmpty());
        pictures.take("data-fetch" + suffix);
        Headless.run(() -> window.fetch().close());
    }

    /** Semicolons, decimal commas, titles in quotes, days as Germans write them, and words where ratings should be. */
    private Path writeStrangeFile() throws IOException {
        SplittableRandom random = Randoms.stream(1, "tour");
        StringBuilder lines = new StringBuilder("reader;novel;liked;finished\n");
        for (int reader = 1; reader <= READERS; reader++) {
            for (int novel = 1; novel <= NOVELS; novel++) {
                if (random.nextInt(UNREAD) == 0) {
                    continue;
                }
                String liked = random.nextInt(WORDS) == 0
                        ? "a lot"
                        : (1 + random.nextInt(4)) + (random.nextBoolean() ? ",5" : ",0");
                lines.append("reader ")
                        .append(reader)
                        .append(";\"A novel; part ")
                        .append(novel)
                        .append("\";")
                        .append(liked)
                        .append(';')
                        .append(10 + random.nextInt(18))
                        .append(".0")
                        .append(1 + random.nextInt(9))
                        .append(".2003\n");
            }
        }
        return Files.writeString(folder.resolve("reading-circle.txt"), lines);
    }
}
