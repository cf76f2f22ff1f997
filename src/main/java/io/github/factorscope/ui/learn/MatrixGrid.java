package io.github.factorscope.ui.learn;

import io.github.factorscope.text.Texts;
import io.github.factorscope.ui.common.Formats;
import java.util.function.BiConsumer;
import javafx.css.PseudoClass;
import javafx.geometry.HPos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.RowConstraints;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;

/** The toy matrix: what was given, what is predicted, and the chosen cell, which follows mouse and arrow keys. */
public final class MatrixGrid extends GridPane {
    private static final Texts TEXTS = Texts.of(MatrixGrid.class);
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final PseudoClass MOVED = PseudoClass.getPseudoClass("moved");
    private static final PseudoClass RATED = PseudoClass.getPseudoClass("rated");
    private static final double FAR = 1000; // stars
    private static final double COLUMN = 50; // pixels; all alike, whatever their titles

    private final Cell[][] cells = new Cell[ToyFilms.USERS][ToyFilms.ITEMS];
    private BiConsumer<Integer, Integer> onChoose = (user, item) -> {};

    public MatrixGrid() {
        getStyleClass().add("toy-matrix");
        getColumnConstraints().add(new ColumnConstraints());
        Ground ground = ToyFilms.ground();
        getRowConstraints().add(new RowConstraints());
        for (int item = 0; item < ToyFilms.ITEMS; item++) {
            ColumnConstraints column = new ColumnConstraints();
            column.setPrefWidth(COLUMN);
            column.setHgrow(Priority.ALWAYS);
            column.setHalignment(HPos.CENTER);
            getColumnConstraints().add(column);
            Label title = new Label(ground.item(item).title());
            title.getStyleClass().add("toy-film");
            title.setWrapText(true);
            title.setTextAlignment(TextAlignment.CENTER);
            add(title, item + 1, 0);
        }
        for (int user = 0; user < ToyFilms.USERS; user++) {
            RowConstraints row = new RowConstraints();
            row.setVgrow(Priority.ALWAYS);
            getRowConstraints().add(row);
            Label name = new Label(ground.user(user));
            name.getStyleClass().add("toy-person");
            add(name, 0, user + 1);
            for (int item = 0; item < ToyFilms.ITEMS; item++) {
                cells[user][item] = new Cell(user, item);
                add(cells[user][item], item + 1, user + 1);
            }
        }
        addEventHandler(KeyEvent.KEY_PRESSED, this::onKey);
    }

    public void setOnChoose(BiConsumer<Integer, Integer> action) {
        onChoose = action;
    }

    void show(Shown shown) {
        for (int user = 0; user < ToyFilms.USERS; user++) {
            for (int item = 0; item < ToyFilms.ITEMS; item++) {
                cells[user][item].show(shown);
            }
        }
    }

    private void onKey(KeyEvent event) {
        int down =
                switch (event.getCode()) {
                    case UP -> -1;
                    case DOWN -> 1;
                    default -> 0;
                };
        int right =
                switch (event.getCode()) {
                    case LEFT -> -1;
                    case RIGHT -> 1;
                    default -> 0;
                };
        if ((down != 0 || right != 0) && getScene().getFocusOwner() instanceof Cell from) {
            int user = Math.floorMod(from.user + down, ToyFilms.USERS);
            int item = Math.floorMod(from.item + right, ToyFilms.ITEMS);
            cells[user][item].choose();
            event.consume();
        }
    }

    /** One pair of a person and a film. */
    private final class Cell extends VBox {
        private final int user;
        private final int item;
        private final Label stars = new Label();
        private final Label prediction = new Label();

        Cell(int user, int item) {
            this.user = user;
            this.item = item;
            setId("toy-" + user + "-" + item);
            getStyleClass().add("toy-cell");
            stars.getStyleClass().add("toy-stars");
            prediction.getStyleClass().add("toy-prediction");
            getChildren().addAll(stars, prediction);
            setAccessibleRole(AccessibleRole.RADIO_BUTTON);
            setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
            setFocusTraversable(user == ToyFilms.FIRST_USER && item == ToyFilms.FIRST_ITEM);
            setOnMousePressed(event -> {
                choose();
                event.consume(); // the screen around it, which may scroll, would take the focus
            });
        }

        void choose() {
            setFocusTraversable(true);
            requestFocus();
            onChoose.accept(user, item);
        }

        void show(Shown shown) {
            double given = shown.ground().training().rating(user, item);
            boolean rated = !Double.isNaN(given);
            boolean chosen = shown.user() == user && shown.item() == item;
            stars.setText(rated ? Formats.stars(given) : "");
            stars.setManaged(rated);
            String predicted = shortNumber(shown.predictions()[user][item]);
            prediction.setText(predicted);
            pseudoClassStateChanged(CHOSEN, chosen);
            pseudoClassStateChanged(RATED, rated);
            pseudoClassStateChanged(MOVED, shown.movedPredictions()[user][item]);
            setFocusTraversable(chosen);
            String person = shown.ground().user(user);
            String film = shown.ground().item(item).title();
            setAccessibleText(
                    rated
                            ? TEXTS.get("cell-rated", person, film, Formats.stars(given), predicted)
                            : TEXTS.get("cell-empty", person, film, predicted));
        }

        private static String shortNumber(double number) {
            if (Math.abs(number) < 10) {
                return Formats.decimals(number, 2);
            }
            return Math.abs(number) < FAR ? Formats.decimals(number, 0) : number < 0 ? "≪ 0" : "≫ 5";
        }
    }
}
