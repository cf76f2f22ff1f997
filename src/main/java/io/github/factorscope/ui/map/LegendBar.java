package io.github.factorscope.ui.map;

import io.github.factorscope.text.Texts;
import io.github.factorscope.ui.common.Colours;
import io.github.factorscope.ui.common.Formats;
import io.github.factorscope.ui.map.MapPaint.GenreLine;
import io.github.factorscope.ui.map.MapViewModel.Hidden;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.paint.Color;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Rectangle;

/** What the colours say, and what is not shown. A genre that is clicked is shown against all others. */
public final class LegendBar extends FlowPane {
    private static final Texts TEXTS = Texts.of(LegendBar.class);
    private static final int STEPS = 32;

    /**
     * Which marks stand beside the dots.
     *
     * @param mean of the person's ratings, in stars
     */
    record Marks(double mean, boolean ratings, boolean recommendations) {}

    private Consumer<String> onGenre = genre -> {};

    public LegendBar() {
        getStyleClass().add("legend");
    }

    /** Who hears of the genre that is clicked; null where it is the chosen one. */
    void setOnGenre(Consumer<String> listener) {
        onGenre = listener;
    }

    /**
     * Shows other colours.
     *
     * @param genre the chosen one, or null
     * @param ground colour behind the map
     */
    void show(MapPaint paint, String genre, Marks marks, Hidden hidden, int fewest, int ground) {
        getChildren().clear();
        if (paint.ramp().isEmpty()) {
            showGenres(paint, genre, ground);
        } else {
            getChildren().add(ramp(paint, ground));
        }
        if (marks.ratings()) {
            String mean = Formats.decimals(marks.mean(), 1);
            getChildren().add(marked(ring(Colours.RAISES), TEXTS.get("rated-or-more", mean)));
            getChildren().add(marked(ring(Colours.LOWERS), TEXTS.get("rated-less")));
        }
        if (marks.recommendations()) {
            getChildren().add(marked(new Label("◇"), TEXTS.get("recommended-mark")));
        }
        String missing = words(hidden, fewest);
        if (!missing.isEmpty()) {
            Label label = new Label(missing);
            label.getStyleClass().add("muted");
            label.setId("hiddenItems");
            getChildren().add(label);
        }
    }

    private void showGenres(MapPaint paint, String genre, int ground) {
        List<GenreLine> coloured =
                paint.genres().stream().filter(line -> line.number() >= 0).toList();
        List<GenreLine> others =
                paint.genres().stream().filter(line -> line.number() < 0).toList();
        for (GenreLine line : coloured) {
            ToggleButton chip = new ToggleButton(line.name());
            chip.setGraphic(dot(MapInk.of(MapInk.Kind.CATEGORY, line.number(), ground)));
            chip.setSelected(line.name().equals(genre));
            chip.getStyleClass().add("legend-chip");
            chip.setTooltip(new Tooltip(tip(line)));
            chip.setOnAction(event -> onGenre.accept(chip.isSelected() ? line.name() : null));
            getChildren().add(chip);
        }
        if (!others.isEmpty()) {
            getChildren().add(otherGenres(others, genre, ground));
        }
    }

    private static String tip(GenreLine line) {
        return TEXTS.get("genre-help", line.items(), Formats.count(line.items()), line.name());
    }

    private MenuButton otherGenres(List<GenreLine> others, String genre, int ground) {
        MenuButton button = new MenuButton(TEXTS.get("others"));
        button.setGraphic(dot(MapInk.of(MapInk.Kind.CATEGORY, -1, ground)));
        button.getStyleClass().add("legend-chip");
        button.setAccessibleText(TEXTS.get("other-genres"));
        for (GenreLine line : others) {
            boolean chosen = line.name().equals(genre);
            if (chosen) {
                button.setText(line.name());
                button.setGraphic(dot(MapInk.of(MapInk.Kind.CATEGORY, 0, ground)));
            }
            CheckMenuItem entry = new CheckMenuItem(TEXTS.get("genre-items", line.name(), Formats.count(line.items())));
            entry.setSelected(chosen);
            entry.setOnAction(event -> onGenre.accept(chosen ? null : line.name()));
            button.getItems().add(entry);
        }
        return button;
    }

    private static Node marked(Node mark, String words) {
        Label label = new Label(words, mark);
        label.getStyleClass().add("legend-mark");
        return label;
    }

    private static Circle ring(Color color) {
        Circle ring = new Circle(5, Color.TRANSPARENT);
        ring.setStroke(color);
        ring.setStrokeWidth(2);
        return ring;
    }

    private static Circle dot(int rgb) {
        return new Circle(5, color(rgb));
    }

    private static Color color(int rgb) {
        return Color.rgb(rgb >> 16 & 0xff, rgb >> 8 & 0xff, rgb & 0xff);
    }

    private static Node ramp(MapPaint paint, int ground) {
        HBox steps = new HBox();
        steps.setMaxHeight(12);
        steps.getStyleClass().add("ramp");
        double low = paint.kind() == MapInk.Kind.BALANCE ? -1 : 0;
        for (int step = 0; step < STEPS; step++) {
            double value = low + (1 - low) * step / (STEPS - 1);
            steps.getChildren().add(new Rectangle(4, 12, color(MapInk.of(paint.kind(), value, ground))));
        }
        HBox line = new HBox(
                new Label(paint.ramp().get(0)),
                steps,
                new Label(
                        TEXTS.get("ramp-end", paint.ramp().get(2), paint.ramp().get(1))));
        line.getStyleClass().add("line");
        return line;
    }

    private static String words(Hidden hidden, int fewest) {
        String unrated = TEXTS.get("unrated", hidden.unrated(), Formats.count(hidden.unrated()));
        String rare = TEXTS.get("rare", hidden.rare(), Formats.count(hidden.rare()), Formats.count(fewest));
        if (hidden.unrated() > 0 && hidden.rare() > 0) {
            return TEXTS.get("not-shown-both", unrated, rare);
        }
        return hidden.unrated() > 0
                ? TEXTS.get("not-shown", unrated)
                : hidden.rare() > 0 ? TEXTS.get("not-shown", rare) : "";
    }
}
