package io.github.factorscope.ui;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Tooltip;

/** All that part of a window says: texts, prompts, tooltips, menus and what is told to readers of the screen. */
final class ShownTexts {
    private static final Pattern ENGLISH = Pattern.compile("[A-Za-z]{2,}");

    private final List<String> texts = new ArrayList<>();

    private ShownTexts() {}

    static List<String> of(Node root) {
        ShownTexts shown = new ShownTexts();
        shown.collect(root);
        return shown.texts;
    }

    /**
     * The words in English letters.
     *
     * @param names that may stand in any language, such as titles: see {@link #anyOf}
     * @param words that may stand in any language, such as keys of the keyboard
     */
    static Set<String> english(String text, Pattern names, Set<String> words) {
        Set<String> found = new TreeSet<>();
        ENGLISH.matcher(names.matcher(text).replaceAll("·"))
                .results()
                .map(MatchResult::group)
                .filter(word -> !words.contains(word))
                .forEach(found::add);
        return found;
    }

    /** Finds any of these where it is no part of a word. */
    static Pattern anyOf(Collection<String> names) {
        return Pattern.compile(names.stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .map(Pattern::quote)
                .collect(Collectors.joining("|", "(?<![A-Za-z])(?:", ")(?![A-Za-z])")));
    }

    private void collect(Node node) {
        if (!node.isVisible()) {
            return;
        }
        add(node.getAccessibleText());
        if (node instanceof Labeled labeled) {
            add(labeled.getText());
        }
        if (node instanceof TextInputControl field) {
            add(field.getPromptText());
        }
        if (node instanceof Control control) {
            add(control);
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(this::collect);
        }
    }

    private void add(Control control) {
        if (control.getOnMouseEntered() != null) {
            control.getOnMouseEntered().handle(null); // tooltips are made when the mouse comes
        }
        Tooltip tooltip = control.getTooltip();
        add(tooltip == null ? null : tooltip.getText());
        if (control.getOnMouseExited() != null) {
            control.getOnMouseExited().handle(null);
        }
        ContextMenu menu = control.getContextMenu();
        if (menu != null) {
            menu.getItems().stream().map(MenuItem::getText).forEach(this::add);
        }
    }

    private void add(String text) {
        if (text != null && !text.isBlank()) {
            texts.add(text);
        }
    }
}
