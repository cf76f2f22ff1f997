package io.github.factorscope.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.factorscope.ui.common.Contrast;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javafx.scene.paint.Color;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What our style sheet writes can be read, in both themes and through a projector: 4.5 : 1 for text, 3 : 1 for marks. */
class StyleSheetContrastTest {
    private static final Pattern RULE = Pattern.compile("([^{}]+)\\{([^{}]*)}");
    private static final Pattern DECLARATION = Pattern.compile("([-a-z0-9]+)\\s*:\\s*([^;]+);");
    private static final Pattern OWN_NAME = Pattern.compile("-(?!fx|color).*"); // a colour that our sheet names

    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/", Pattern.DOTALL);
    private static final Pattern LADDER =
            Pattern.compile("ladder\\((\\S+), (\\S+) \\d+%, (\\S+) \\d+%\\)"); // by the brightness of the first

    /** What lies behind text unless a rule says something else. */
    private static final List<String> GROUNDS =
            List.of("-color-bg-default", "-color-bg-subtle", "-color-bg-overlay", "-color-bg-inset");

    /** Rules that are no marks: as the ground on purpose, or so quiet because they say that something is gone. */
    private static final Set<String> SPARED =
            Set.of(".waterfall-gap", ".stars:faded .star-full", ".stars .star-empty", ".stars:unknown .star-full");

    /** @param colours by name, those of the theme and those that the projector changes */
    private record Look(String name, Map<String, String> colours) {
        @Override
        public String toString() {
            return name;
        }

        Color color(String value) {
            Matcher ladder = LADDER.matcher(value);
            if (ladder.matches()) {
                return color(color(ladder.group(1)).getBrightness() < 0.5 ? ladder.group(2) : ladder.group(3));
            }
            assertThat(!value.startsWith("-") || colours.containsKey(value))
                    .as(value + " is no colour of the theme")
                    .isTrue();
            return value.startsWith("-") ? color(colours.get(value)) : Color.web(value);
        }
    }

    static Stream<Look> looks() throws IOException {
        List<Look> looks = new ArrayList<>();
        for (String theme : List.of("primer-light", "primer-dark")) {
            Map<String, String> colours = roots(read("/atlantafx/base/theme/" + theme + ".css"));
            rules(read("factorscope.css")).forEach(rule -> rule.declarations().forEach((name, value) -> {
                if (OWN_NAME.matcher(name).matches()) {
                    colours.put(name, value);
                }
            }));
            looks.add(new Look(theme, colours));
            Map<String, String> projected = new TreeMap<>(colours);
            projected.putAll(roots(read("projector.css")));
            looks.add(new Look(theme + " projected", projected));
        }
        return looks.stream();
    }

    private static String read(String name) throws IOException {
        try (InputStream in = StyleSheetContrastTest.class.getResourceAsStream(name)) {
            return COMMENT.matcher(new String(in.readAllBytes(), StandardCharsets.UTF_8))
                    .replaceAll("");
        }
    }

    private static Map<String, String> roots(String sheet) {
        Map<String, String> colours = new TreeMap<>();
        rules(sheet).filter(rule -> rule.selector().equals(".root")).forEach(rule -> rule.declarations()
                .forEach((name, value) -> {
                    if (name.startsWith("-color")) {
                        colours.put(name, value);
                    }
                }));
        return colours;
    }

    private record Rule(String selector, Map<String, String> declarations) {}

    private static Stream<Rule> rules(String sheet) {
        return RULE.matcher(sheet).results().map(found -> {
            Map<String, String> declarations = new TreeMap<>();
            DECLARATION
                    .matcher(found.group(2))
                    .results()
                    .forEach(each ->
                            declarations.put(each.group(1), each.group(2).strip()));
            return new Rule(found.group(1).strip(), declarations);
        });
    }

    @ParameterizedTest
    @MethodSource("looks")
    void textCanBeRead(Look look) throws IOException {
        List<String> troubles = new ArrayList<>();
        rules(read("factorscope.css")).forEach(rule -> {
            String text = rule.declarations().get("-fx-text-fill");
            if (text != null) {
                compare(look, rule, text, Contrast.TEXT, troubles);
            }
        });
        for (String text : List.of("-color-fg-default", "-color-fg-muted", "-color-accent-fg", "-color-danger-fg")) {
            for (String ground : GROUNDS) {
                check(look, text, ground, Contrast.TEXT, "in general", troubles);
            }
        }
        assertThat(troubles).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("looks")
    void wordsOnColouredBarsCanBeRead(Look look) {
        List<String> troubles = new ArrayList<>();
        for (String ground : List.of("-color-warning-subtle", "-color-success-subtle", "-color-accent-subtle")) {
            check(look, "-color-fg-default", ground, Contrast.TEXT, "a message", troubles);
        }
        check(look, "-color-accent-fg", "-color-accent-subtle", Contrast.TEXT, "the chosen screen", troubles);
        check(look, "-color-fg-muted", "-color-accent-subtle", Contrast.TEXT, "a chosen line", troubles);
        assertThat(troubles).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("looks")
    void marksStandOut(Look look) throws IOException {
        List<String> troubles = new ArrayList<>();
        rules(read("factorscope.css"))
                .filter(rule -> !SPARED.contains(rule.selector()))
                .forEach(rule -> {
                    for (String property : List.of("-fx-stroke", "-fx-fill", "-fx-icon-color")) {
                        String mark = rule.declarations().get(property);
                        if (mark != null && !mark.equals("transparent")) {
                            compare(look, rule, mark, Contrast.GRAPHIC, troubles);
                        }
                    }
                });
        for (String focus : List.of("-color-accent-emphasis", "-color-danger-emphasis")) {
            for (String ground : GROUNDS) {
                check(look, focus, ground, Contrast.GRAPHIC, "the focus", troubles);
            }
        }
        assertThat(troubles).isEmpty();
    }

    private static void compare(Look look, Rule rule, String front, double least, List<String> troubles) {
        String own = rule.declarations().get("-fx-background-color");
        List<String> grounds = own == null || own.equals("transparent") ? GROUNDS : List.of(own);
        grounds.forEach(ground -> check(look, front, ground, least, rule.selector(), troubles));
    }

    private static void check(
            Look look, String front, String ground, double least, String where, List<String> troubles) {
        Color base = look.color("-color-bg-default");
        Color behind = over(look.color(ground), base);
        double contrast = Contrast.between(over(look.color(front), behind), behind);
        if (contrast < least) {
            troubles.add(String.format("%s: %s on %s is %.2f : 1", where, front, ground, contrast));
        }
    }

    private static Color over(Color front, Color behind) {
        Color opaque = Color.color(front.getRed(), front.getGreen(), front.getBlue());
        return behind.interpolate(opaque, front.getOpacity());
    }
}
