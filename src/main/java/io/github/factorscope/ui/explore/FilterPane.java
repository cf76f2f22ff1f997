package io.github.factorscope.ui.explore;

import io.github.factorscope.inspection.ItemFacts;
import io.github.factorscope.inspection.ItemFilter;
import io.github.factorscope.text.Texts;
import io.github.factorscope.ui.common.Formats;
import io.github.factorscope.ui.common.TextSize;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.ToIntFunction;
import javafx.beans.Observable;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Where one says which items to recommend. Counts at once. */
final class FilterPane extends VBox {
    private static final Texts TEXTS = Texts.of(FilterPane.class);
    private static final PseudoClass DANGER = PseudoClass.getPseudoClass("danger");
    private static final int LATEST_YEAR = 9999;

    private final RecommendationsViewModel model;
    private final Label genresTitle = heading(TEXTS.get("genres"));
    private final Label genresHelp = new Label(TEXTS.get("genres-help"));
    private final FlowPane genres = new FlowPane(4, 4);
    private final List<TextField> years;
    private final HBox yearLine;
    private final Label leaves = new Label();
    private ItemFacts facts; // that the buttons belong to

    /** @param close hides what this stands in */
    FilterPane(RecommendationsViewModel model, Runnable close) {
        this.model = model;
        getStyleClass().add("filter-pane");
        genresHelp.getStyleClass().addAll("small-text", "muted");
        genres.setPrefWrapLength(380);
        TextField from = number(
                "fromYear",
                TEXTS.get("first-year"),
                LATEST_YEAR,
                ItemFilter::fromYear,
                (filter, year) -> filter.withYears(year, filter.toYear()));
        TextField to = number(
                "toYear",
                TEXTS.get("last-year"),
                LATEST_YEAR,
                ItemFilter::toYear,
                (filter, year) -> filter.withYears(filter.fromYear(), year));
        years = List.of(from, to);
        yearLine = line(TEXTS.get("years"), from, new Label(TEXTS.get("to-year")), to);
        HBox ratings = line(
                TEXTS.get("at-least"),
                number(
                        "leastRatings",
                        TEXTS.get("least-number"),
                        Integer.MAX_VALUE,
                        ItemFilter::leastRatings,
                        ItemFilter::withLeastRatings),
                new Label(TEXTS.get("ratings-to-learn-from")));
        HBox popular = line(
                TEXTS.get("without-the"),
                number(
                        "percentLeftOut",
                        TEXTS.get("per-cent-left-out"),
                        100,
                        ItemFilter::percentLeftOut,
                        ItemFilter::withoutMostRated),
                new Label(TEXTS.get("per-cent-most-rated")));
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Button clear = new Button(TEXTS.get("clear"));
        clear.setId("clearFilter");
        clear.setOnAction(event -> model.filterProperty().set(ItemFilter.NONE));
        Button done = new Button(TEXTS.get("done"));
        done.setId("filterDone");
        done.setDefaultButton(true);
        done.setOnAction(event -> close.run());
        leaves.setId("filterLeaves");
        HBox end = new HBox(leaves, space, clear, done);
        end.getStyleClass().add("line");
        getChildren().addAll(genresTitle, genresHelp, genres, yearLine, ratings, popular, end);
        model.filterProperty().addListener((Observable change) -> showGenres());
        model.listProperty().addListener((Observable change) -> showFacts());
        showFacts();
    }

    private static Label heading(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("why-not-title");
        return label;
    }

    private static HBox line(String before, javafx.scene.Node... nodes) {
        Label label = new Label(before);
        label.setMinWidth(TextSize.px(84));
        HBox line = new HBox(label);
        line.getChildren().addAll(nodes);
        line.getStyleClass().add("line");
        return line;
    }

    /** A field for a number from 0; empty for 0, which asks for nothing. */
    private TextField number(
            String id,
            String name,
            int most,
            ToIntFunction<ItemFilter> read,
            BiFunction<ItemFilter, Integer, ItemFilter> write) {
        TextField field = new TextField();
        field.setId(id);
        field.setAccessibleText(name);
        field.setPrefColumnCount(5);
        field.getStyleClass().add("number");
        field.textProperty().addListener((observable, before, now) -> {
            int typed = parse(now, most);
            field.pseudoClassStateChanged(DANGER, typed < 0);
            if (typed >= 0) {
                model.filterProperty().set(write.apply(model.filterProperty().get(), typed));
            }
        });
        model.filterProperty().addListener((observable, before, now) -> {
            int asked = read.applyAsInt(now);
            if (parse(field.getText(), most) != asked && (asked != read.applyAsInt(before) || now.isNone())) {
                field.setText(asked == 0 ? "" : Integer.toString(asked));
            }
        });
        return field;
    }

    /** −1 where it is no such number. */
    private static int parse(String text, int most) {
        String digits = text.strip();
        if (digits.isEmpty()) {
            return 0;
        }
        try {
            int number = Integer.parseInt(digits);
            return number <= most ? number : -1;
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    private void showFacts() {
        RecommendationList list = model.listProperty().get();
        if (list == null) {
            return;
        }
        leaves.setText(TEXTS.get(
                "leaves",
                Formats.count(list.candidates()),
                Formats.count(list.wanted().answer().now().candidates())));
        if (list.facts() != facts) {
            facts = list.facts();
            genres.getChildren()
                    .setAll(facts.genres().stream().map(this::genreButton).toList());
            show(!facts.genres().isEmpty(), genresTitle, genresHelp, genres);
            show(facts.hasYears(), yearLine);
            years.forEach(field -> field.setDisable(!facts.hasYears()));
            showGenres();
        }
    }

    private static void show(boolean shown, Region... nodes) {
        for (Region node : nodes) {
            node.setVisible(shown);
            node.setManaged(shown);
        }
    }

    private Button genreButton(String genre) {
        Button button = new Button(genre);
        button.setUserData(genre);
        button.getStyleClass().addAll("small", "chip");
        button.setOnAction(event -> turn(genre));
        return button;
    }

    /** From nothing to any of these, to none of these, to nothing. */
    private void turn(String genre) {
        ItemFilter filter = model.filterProperty().get();
        Set<String> any = new HashSet<>(filter.anyOf());
        Set<String> none = new HashSet<>(filter.noneOf());
        if (any.remove(genre)) {
            none.add(genre);
        } else if (!none.remove(genre)) {
            any.add(genre);
        }
        model.filterProperty().set(filter.withAnyOf(any).withNoneOf(none));
    }

    private void showGenres() {
        ItemFilter filter = model.filterProperty().get();
        for (javafx.scene.Node node : genres.getChildren()) {
            Button button = (Button) node;
            String genre = (String) button.getUserData();
            boolean any = filter.anyOf().contains(genre);
            boolean none = filter.noneOf().contains(genre);
            button.setText((any ? "✓ " : none ? "✕ " : "") + genre);
            button.setAccessibleText(
                    TEXTS.get(any ? "any-of-these" : none ? "none-of-these" : "does-not-matter", genre));
            List<String> classes = new ArrayList<>(List.of("button", "small", "chip"));
            if (any || none) {
                classes.add(any ? "success" : "danger");
            }
            button.getStyleClass().setAll(classes);
        }
    }
}
