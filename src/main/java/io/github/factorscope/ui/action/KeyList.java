package io.github.factorscope.ui.action;

import io.github.factorscope.text.Texts;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.input.KeyCombination;

/** Which keys do what: everywhere in the window, and where the keyboard is in a table, in stars, on the map. */
public final class KeyList {
    private static final Texts TEXTS = Texts.of(KeyList.class);

    private KeyList() {}

    /** Keys that work in one place. */
    public record Section(String title, List<Line> lines) {}

    /** @param keys such as "Ctrl+K" */
    public record Line(String keys, String words) {}

    /** First those that work everywhere. */
    public static List<Section> of(Actions actions) {
        List<Section> sections = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            List<Line> lines = actions.fixed().stream()
                    .filter(action -> action.kind() == kind && action.keys() != null)
                    .map(action -> new Line(action.keyText(), action.title()))
                    .toList();
            if (!lines.isEmpty()) {
                sections.add(new Section(kind.title(), lines));
            }
        }
        sections.addAll(ofPlaces());
        return sections;
    }

    private static List<Section> ofPlaces() {
        return List.of(
                section("everywhere", line("Tab", "next"), line("Shift+Tab", "previous"), line("Esc", "close")),
                section("lists", line("↑ ↓", "move"), line(key("Enter"), "take"), line("Home End", "first-last")),
                section("runs", line("F2", "rename"), line(key("Delete"), "delete-run"), line(key("Space"), "tick")),
                section(
                        "explore",
                        line(key("Shortcut+Z"), "undo"),
                        line(key("Shortcut+Shift+Z"), "redo"),
                        line(key("Delete"), "remove-rating"),
                        line(key("Enter"), "open-reason"),
                        line("PgUp PgDn", "other-reason"),
                        line("Esc", "back")),
                section("stars", line("← →", "step"), line("1 … 5", "digit"), line(key("Delete"), "remove-rating")),
                section(
                        "map",
                        line("+ −", "zoom"),
                        line("0", "fit"),
                        line("← → ↑ ↓", "pan"),
                        line(key("Enter"), "explain"),
                        line("Esc", "let-go")));
    }

    private static Section section(String place, Line... lines) {
        return new Section(TEXTS.get("place-" + place), List.of(lines));
    }

    private static Line line(String keys, String words) {
        return new Line(keys, TEXTS.get("key-" + words));
    }

    private static String key(String combination) {
        return KeyCombination.keyCombination(combination).getDisplayText();
    }
}
