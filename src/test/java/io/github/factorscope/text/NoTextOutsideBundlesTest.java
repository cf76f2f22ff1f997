package io.github.factorscope.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is shown to people stands in the bundles: string literals of the sources are for programs. */
class NoTextOutsideBundlesTest {
    private static final Path SOURCES = Path.of("src", "main", "java", "io", "github", "factorscope");

    /** Each for itself, without the packages below it. */
    private static final List<String> PACKAGES = List.of(
            "data",
            "data/reading",
            "download",
            "evaluation",
            "evaluation/ranking",
            "evaluation/significance",
            "evaluation/topk",
            "experiment",
            "experiment/sweep",
            "explanation",
            "inspection",
            "plot",
            "report",
            "storage",
            "training",
            "ui",
            "ui/common",
            "ui/compare",
            "ui/data",
            "ui/explore",
            "ui/lesson",
            "ui/map",
            "ui/plot",
            "ui/sweep",
            "ui/train",
            "ui/workspace");

    /** Whole files that say nothing to the window, each with its reason. */
    private static final Set<String> SPARED_FILES = Set.of(
            "CacheInput.java", // what it says is logged, and the source is read instead
            "CachedRows.java", // likewise
            "ErrorLog.java", // writes the log
            "FullDiskException.java", // looks for the words of operating systems
            "ItemFileReader.java", // genres as MovieLens spells them
            "KnownLayouts.java", // names of data sets, which files keep
            "Repetition.java", // runs are repeated on the command line only
            "RunTableCsv.java", // writes a file
            "SvgPen.java", // likewise
            "WindowLauncher.java"); // tells the terminal that there is no window

    /** Literals that only look like words, each with its file and its reason. */
    private static final Set<String> SPARED = Set.of(
            "Dialect.java: double colon", // in files
            "Download.java: Range", // of HTTP
            "Bootstrap.java: seed noise", // names of random numbers
            "Bootstrap.java: seed noise of the first",
            "Bootstrap.java: seed noise of the second",
            "Draws.java: top-k draws",
            "Resampled.java: test ratings",
            "ResampledSums.java: bootstrap over ",
            "SearchSpace.java: settings of a sweep",
            "Forecast.java: %.0f MB", // units
            "Forecast.java: %.1f GB",
            "HtmlPage.java: <!DOCTYPE html>\\n", // of HTML
            "HtmlPage.java: width=device-width, initial-scale=1",
            "HtmlPage.java: light dark",
            "KeptList.java: it is far too large", // in the log
            "KeptList.java: it is no JSON",
            "KeptList.java: it holds no ",
            "KeptList.java: one of the ",
            "KeptList.java:  makes no sense",
            "Preferences.java: it holds no settings", // in the log
            "SavedPreset.java: Found by sweep on %s: validation RMSE %.4f (%s).", // in files, and read from there
            "ErrorPresenter.java: shown to the user", // in the log
            "Item.java: Item ", // the title of what has none, which files keep
            "JavaFxLog.java: Unsupported JavaFX configuration", // what JavaFX says
            "Layout.java: Text, ", // in files
            "Layout.java:  without times", // in files
            "Layout.java:  between columns", // in files
            "NotPlainException.java: this file is not plain", // caught by the reader
            "PlainRatingsParser.java: reading ratings", // a thread
            "PlainRatingsParser.java: reading was interrupted", // by nobody who reads it
            "RatedItems.java:  ratings", // for debugging
            "RatingsCache.java: the cache holds an id twice", // in the log
            "TrainingWords.java:  · MAE ", // a name
            "CountsGrid.java: -fx-background-color: rgba(%d, %d, %d, %.3f);", // a style
            "Views.java: Controller", // in names of classes and files
            "Views.java: View");

    /** Statements whose literals are for programmers and programs. */
    private static final Pattern FOR_PROGRAMS = Pattern.compile(
            "\\bLOG\\.|\\b(IllegalArgument|IllegalState|UncheckedIO|UnsupportedOperation|Cancellation)Exception\\(|\\bPattern\\.compile\\("
                    + "|\\.(contains|matches|replaceAll|header|getProperty|setProperty|getenv|resolve)\\(|@SuppressWarnings");

    private static final Pattern TOKEN = Pattern.compile(
            "//[^\\n]*+|/\\*.*?\\*/|'(?:[^'\\\\]|\\\\.[^']*+)'|\"[^\"\\\\\\n]*+(?:\\\\.[^\"\\\\\\n]*+)*+\"",
            Pattern.DOTALL);
    private static final Pattern WORDS = Pattern.compile("\\p{Lu}\\p{Ll}{2,}.*|.*\\p{L}{2,}.* .*|.* .*\\p{L}{2,}.*");

    static Stream<Path> sources() throws IOException {
        List<Path> files = new ArrayList<>();
        for (String name : PACKAGES) {
            try (Stream<Path> inside = Files.list(SOURCES.resolve(name))) {
                inside.filter(file -> file.toString().endsWith(".java"))
                        .filter(file ->
                                !SPARED_FILES.contains(file.getFileName().toString()))
                        .sorted()
                        .forEach(files::add);
            }
        }
        return files.stream();
    }

    @ParameterizedTest
    @MethodSource("sources")
    void literalsAreNoWordsForPeople(Path source) throws IOException {
        assertThat(words(Files.readString(source)).stream()
                        .filter(words -> !SPARED.contains(source.getFileName() + ": " + words)))
                .as("these belong into the texts.properties of the package, or are spared here with a reason")
                .isEmpty();
    }

    @Test
    void wordsAreTold() {
        assertThat(words("a(\"Press Train\", \"fth-x\", \"Train\", \"text\", \" of \", \"%.4f s\");"))
                .containsExactly("Press Train", "Train", " of ");
        assertThat(words("LOG.warn(\"no window\", e); // \"no window\"\n/* \"none at all\" */ char c = '\"';"))
                .isEmpty();
        assertThat(words("throw new IllegalStateException(\"there is none\");")).isEmpty();
    }

    private static List<String> words(String source) {
        StringBuilder code = new StringBuilder(source); // with blanks in place of comments and literals
        List<int[]> literals = new ArrayList<>();
        Matcher tokens = TOKEN.matcher(source);
        while (tokens.find()) {
            if (source.charAt(tokens.start()) == '"') {
                literals.add(new int[] {tokens.start() + 1, tokens.end() - 1});
            }
            for (int k = tokens.start(); k < tokens.end(); k++) {
                code.setCharAt(k, ' ');
            }
        }
        List<String> found = new ArrayList<>();
        for (int[] literal : literals) {
            String text = source.substring(literal[0], literal[1]);
            boolean isForPeople = WORDS.matcher(text).matches()
                    && !FOR_PROGRAMS.matcher(statement(code, literal[0])).find();
            if (isForPeople) {
                found.add(text);
            }
        }
        return found;
    }

    private static String statement(CharSequence code, int within) {
        int from = within;
        while (from > 0 && ";{}".indexOf(code.charAt(from - 1)) < 0) {
            from--;
        }
        int to = within;
        while (to < code.length() && ";{}".indexOf(code.charAt(to)) < 0) {
            to++;
        }
        return code.subSequence(from, to).toString();
    }
}
