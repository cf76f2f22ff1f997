package io.github.factorscope.ui.learn;

import io.github.factorscope.model.Moved;
import io.github.factorscope.model.NormalEquations;
import java.util.List;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;

/** A small linear system with its solution: the matrix, the unknowns, the right side. */
final class EquationsView extends HBox {
    EquationsView(NormalEquations equations, List<Moved> unknowns, List<Moved> solved) {
        super(8);
        setAlignment(Pos.CENTER_LEFT);
        getStyleClass().add("equations");
        int size = equations.right().length;
        GridPane left = column();
        GridPane names = column();
        GridPane right = column();
        GridPane values = column();
        for (int row = 0; row < size; row++) {
            for (int column = 0; column < size; column++) {
                left.add(number(equations.left()[row][column]), column, row);
            }
            boolean bias = row == size - 1;
            Moved unknown = unknowns.get(bias ? 0 : 1);
            String name = StepWords.symbol(unknown.symbol());
            names.add(new Label(bias ? name : name + "," + (row + 1)), 0, row);
            right.add(number(equations.right()[row]), 0, row);
            values.add(number(solved.get(bias ? 0 : 1).values()[bias ? 0 : row]), 0, row);
        }
        values.getStyleClass().add("parameter-after");
        getChildren().addAll(left, names, new Label("="), right, new Label("⇒"), copyOf(names), new Label("="), values);
    }

    private static GridPane column() {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("brackets");
        return grid;
    }

    private static GridPane copyOf(GridPane names) {
        GridPane copy = column();
        names.getChildren()
                .forEach(name -> copy.add(new Label(((Label) name).getText()), 0, GridPane.getRowIndex(name)));
        return copy;
    }

    private static Label number(double value) {
        Label label = new Label(LearnNumbers.of(value));
        GridPane.setHalignment(label, HPos.RIGHT);
        return label;
    }
}
