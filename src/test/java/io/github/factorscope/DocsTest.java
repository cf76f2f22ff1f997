package io.github.factorscope;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No link of the pages leads nowhere, and they agree about who the project is. */
class DocsTest {
    private static final Pattern LINK = Pattern.compile("]\\(([^)\\s]+)\\)");
    private static final Pattern FENCE = Pattern.compile("^```.*?^```", Pattern.DOTALL | Pattern.MULTILINE);
    private static final Pattern INLINE = Pattern.compile("`[^`\n]+`");
    private static final Pattern HEADING = Pattern.compile("^#+ (.*)$", Pattern.MULTILINE);

    static List<Path> pages() throws IOException {
        List<Path> pages = new ArrayList<>(List.of(Path.of("README.md")));
        try (Stream<Path> files = Files.walk(Path.of("docs"))) {
            files.filter(file -> file.toString().endsWith(".md")).sorted().forEach(pages::add);
        }
        return pages;
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyLinkLeadsSomewhere(Path page) throws IOException {
        List<String> broken = new ArrayList<>();
        Matcher links = LINK.matcher(prose(page));
        while (links.find()) {
            String target = links.group(1);
            if (!target.matches("[a-z]+:.*") && !leadsSomewhere(page, target)) {
                broken.add(target);
            }
        }
        assertThat(broken)
                .as("%s; pictures are made by ./factorscope tour --out screenshots", page)
                .isEmpty();
    }

    private static boolean leadsSomewhere(Path page, String target) {
        int hash = target.indexOf('#');
        String path = hash < 0 ? target : target.substring(0, hash);
        Path file = path.isEmpty() ? page : page.resolveSibling(path).normalize();
        return Files.exists(file) && (hash < 0 || anchors(file).contains(target.substring(hash + 1)));
    }

    /** The page without code. */
    private static String prose(Path page) throws IOException {
        return INLINE.matcher(FENCE.matcher(Files.readString(page)).replaceAll(""))
                .replaceAll("`code`");
    }

    /** Anchors of the headings as GitHub makes them. */
    private static Set<String> anchors(Path page) {
        Set<String> anchors = new HashSet<>();
        Map<String, Integer> seen = new HashMap<>();
        try {
            Matcher headings =
                    HEADING.matcher(FENCE.matcher(Files.readString(page)).replaceAll(""));
            while (headings.find()) {
                String anchor = headings.group(1)
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N}\\p{M} _-]", "")
                        .replace(' ', '-');
                int before = seen.merge(anchor, 1, Integer::sum) - 1;
                anchors.add(before == 0 ? anchor : anchor + "-" + before);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return anchors;
    }

    @Test
    void theIndexOfTheDocsHasEveryPage() throws IOException {
        String index = Files.readString(Path.of("docs", "README.md"));
        try (Stream<Path> files = Files.list(Path.of("docs"))) {
            assertThat(files.map(file -> file.getFileName().toString())
                            .filter(name -> name.endsWith(".md") && !name.equals("README.md"))
                            .filter(name -> !index.contains("](" + name + ")")))
                    .isEmpty();
        }
    }

    @Test
    void theCitationFileNamesThisVersionAndLicenceAndThePapers() throws IOException {
        String citation = Files.readString(Path.of("docs", "CITATION.cff"));
        String pom = Files.readString(Path.of("pom.xml"));

        assertThat(citation)
                .startsWith("cff-version: 1.2.0\n")
                .contains("\nversion: " + first("<version>([^<]+)</version>", pom) + "\n")
                .contains("\nlicense: " + first("<license>\\s*<name>([^<]+)</name>", pom) + "\n")
                .contains("doi: 10.1145/1401890.1401944\n", "doi: 10.1109/MC.2009.263\n");
    }

    @Test
    void theReadmeCitesThisVersion() throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        String pom = Files.readString(Path.of("pom.xml"));

        assertThat(first("@software\\{.*?version\\s*=\\s*\\{([^}]+)}", readme))
                .isEqualTo(first("<version>([^<]+)</version>", pom));
    }

    @Test
    void theChangelogBeginsWithWhatIsNew() throws IOException {
        String pom = Files.readString(Path.of("pom.xml"));

        assertThat(first("(?m)^## \\[?([^] ]+)", Files.readString(Path.of("docs", "CHANGELOG.md"))))
                .isIn("Unreleased", first("<version>([^<]+)</version>", pom));
    }

    private static String first(String pattern, String text) {
        Matcher matcher = Pattern.compile(pattern, Pattern.DOTALL).matcher(text);
        assertThat(matcher.find()).as(pattern).isTrue();
        return matcher.group(1);
    }
}
