package io.github.factorscope.ui.learn;

import io.github.factorscope.text.Texts;
import io.github.factorscope.ui.common.Formats;
import io.github.factorscope.ui.common.WordsCell;
import io.github.factorscope.ui.learn.RatingFinder.FilmLine;
import io.github.factorscope.ui.learn.RatingFinder.PersonLine;
import javafx.beans.Observable;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;

/** Binds the two lists in which a rating of the open data is chosen. */
public final class FinderController {
    private static final Texts TEXTS = Texts.of(FinderController.class);

    private final LearnViewModel model;
    private boolean showing; // whether it is the model that chooses

    @FXML
    private Label start;

    @FXML
    private TextField person;

    @FXML
    private ListView<PersonLine> people;

    @FXML
    private TextField film;

    @FXML
    private ListView<FilmLine> films;

    public FinderController(LearnViewModel model) {
        this.model = model;
    }

    @FXML
    private void initialize() {
        person.textProperty().bindBidirectional(model.finder().personProperty());
        film.textProperty().bindBidirectional(model.finder().filmProperty());
        people.setItems(model.finder().people());
        people.setCellFactory(list -> new WordsCell<>(
                line -> TEXTS.get("person-line", line.id(), line.ratings(), Formats.count(line.ratings()))));
        films.setItems(model.finder().films());
        films.setCellFactory(list -> new WordsCell<>(line -> Float.isNaN(line.stars())
                ? line.title()
                : TEXTS.get("film-line", line.title(), Formats.stars(line.stars()))));
        people.getSelectionModel().selectedItemProperty().addListener((observable, before, now) -> {
            if (now != null
                    && !showing
                    && now.user() != model.finder().userProperty().get()) {
                model.selectUser(now.user());
            }
        });
        films.getSelectionModel().selectedItemProperty().addListener((observable, before, now) -> {
            Shown shown = model.shownProperty().get();
            if (now != null && !showing && shown != null && now.item() != shown.item()) {
                model.select(model.finder().userProperty().get(), now.item());
            }
        });
        model.finder().films().addListener((Observable change) -> show());
        model.finder().people().addListener((Observable change) -> show());
        model.shownProperty().addListener((Observable change) -> show());
        show();
    }

    private void show() {
        Shown shown = model.shownProperty().get();
        if (shown == null || shown.ground().isToy()) {
            return;
        }
        start.setText(
                model.startedFrom().map(name -> TEXTS.get("from-run", name)).orElseGet(() -> TEXTS.get("untrained")));
        showing = true;
        people.getItems().stream()
                .filter(line -> line.user() == shown.user())
                .findFirst()
                .ifPresent(people.getSelectionModel()::select);
        films.getItems().stream()
                .filter(line -> line.item() == shown.item())
                .findFirst()
                .ifPresent(films.getSelectionModel()::select);
        showing = false;
    }
}
