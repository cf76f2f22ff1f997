package io.github.factorscope.ui.train;

import io.github.factorscope.model.Domain;
import io.github.factorscope.text.Texts;
import io.github.factorscope.ui.common.TextSize;
import io.github.factorscope.ui.common.WordsCell;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;

/** A form made from a family's hyperparameters. */
final class SettingsGrid extends GridPane {
    private static final Texts TEXTS = Texts.of(SettingsGrid.class);
    private static final PseudoClass DANGER = PseudoClass.getPseudoClass("danger");

    SettingsGrid(SettingsForm form) {
        getStyleClass().add("form");
        ColumnConstraints names = new ColumnConstraints();
        names.setHgrow(Priority.ALWAYS);
        ColumnConstraints symbols = new ColumnConstraints();
        symbols.setMinWidth(28);
        ColumnConstraints values = new ColumnConstraints();
        values.setMinWidth(96);
        values.setPrefWidth(96);
        getColumnConstraints().addAll(names, symbols, values);
        int row = 0;
        for (SettingField field : form.fields()) {
            addField(field, row++);
        }
        TextSize.followAll(this);
    }

    private void addField(SettingField field, int row) {
        Control input = input(field);
        input.setId("setting-" + field.hyperparameter().name());
        input.setAccessibleText(field.hyperparameter().label());
        Label name = new Label(field.hyperparameter().label());
        name.setLabelFor(input);
        Label symbol = new Label(field.hyperparameter().symbol());
        symbol.getStyleClass().add("symbol");
        Tooltip help = new Tooltip(TEXTS.get(
                "setting-help",
                field.hyperparameter().help(),
                field.hyperparameter().domain().description()));
        name.setTooltip(help);
        field.errorProperty().addListener((observable, before, now) -> mark(input, now, help));
        mark(input, field.errorProperty().get(), help);
        addRow(row, name, symbol, input);
        for (Node node : List.of(name, symbol, input)) {
            node.visibleProperty().bind(field.appliesProperty());
            node.managedProperty().bind(field.appliesProperty());
        }
    }

    private static void mark(Control input, String error, Tooltip help) {
        input.pseudoClassStateChanged(DANGER, !error.isEmpty());
        input.setTooltip(error.isEmpty() ? help : new Tooltip(error));
    }

    private static Control input(SettingField field) {
        if (field.hyperparameter().domain() instanceof Domain.Choices<?> choices) {
            ComboBox<String> box = new ComboBox<>(FXCollections.observableArrayList(names(choices)));
            box.setCellFactory(list -> new WordsCell<>(Domain.Choices::words));
            box.setButtonCell(new WordsCell<>(Domain.Choices::words));
            box.valueProperty().bindBidirectional(field.textProperty());
            box.setMaxWidth(Double.MAX_VALUE);
            return box;
        }
        TextField text = new TextField();
        text.getStyleClass().add("number");
        text.textProperty().bindBidirectional(field.textProperty());
        return text;
    }

    private static <E extends Enum<E>> List<String> names(Domain.Choices<E> choices) {
        return choices.choices().stream().map(choices::format).toList();
    }
}
