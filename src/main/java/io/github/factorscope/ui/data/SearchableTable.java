package io.github.factorscope.ui.data;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import javafx.collections.FXCollections;
import javafx.collections.transformation.FilteredList;
import javafx.collections.transformation.SortedList;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;

/** A table whose rows are filtered by what is typed, and sorted by its columns. */
final class SearchableTable<T> {
    private final TableView<T> table;
    private final TextField search;
    private final Function<T, String> text;
    private FilteredList<T> rows = new FilteredList<>(FXCollections.observableArrayList());

    /** @param text of a row that is searched */
    SearchableTable(TableView<T> table, TextField search, Function<T, String> text) {
        this.table = table;
        this.search = search;
        this.text = text;
        search.textProperty().addListener((observable, before, now) -> filter(now));
    }

    /** Shows other rows, all of them. */
    void setRows(List<T> shown) {
        search.clear();
        rows = new FilteredList<>(FXCollections.observableArrayList(shown));
        SortedList<T> sorted = new SortedList<>(rows);
        sorted.comparatorProperty().bind(table.comparatorProperty());
        table.setItems(sorted);
    }

    private void filter(String typed) {
        String wanted = typed.strip().toLowerCase(Locale.ROOT);
        rows.setPredicate(row -> text.apply(row).toLowerCase(Locale.ROOT).contains(wanted));
    }
}
