package io.github.factorscope.ui.explore;

import io.github.factorscope.storage.Profile;
import io.github.factorscope.text.Texts;
import io.github.factorscope.ui.common.Choices;
import io.github.factorscope.ui.common.Formats;
import io.github.factorscope.ui.common.Tooltips;
import io.github.factorscope.ui.explore.PeopleViewModel.FilmLine;
import io.github.factorscope.ui.explore.PeopleViewModel.Line;
import io.github.factorscope.ui.explore.PeopleViewModel.NewcomerLine;
import io.github.factorscope.ui.explore.PeopleViewModel.ProfileLine;
import io.github.factorscope.ui.explore.PeopleViewModel.UserLine;
import io.github.factorscope.ui.explore.PeopleViewModel.Way;
import java.util.List;
import javafx.beans.Observable;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** Binds the panel that finds people. */
public final class PeopleController {
    private static final Texts TEXTS = Texts.of(PeopleController.class);

    private final ExploreViewModel explore;
    private final PeopleViewModel model;
    private boolean selecting; // the list follows the screen, not the other way round

    @FXML
    private HBox head;

    @FXML
    private TextField search;

    @FXML
    private ListView<Line> users;

    @FXML
    private Label nobody;

    public PeopleController(ExploreViewModel explore) {
        this.explore = explore;
        this.model = explore.people();
    }

    @FXML
    private void initialize() {
        ComboBox<Way> ways = Choices.of(List.of(Way.values()), Way::title, TEXTS.get("how-found"));
        ways.setId("ways");
        ways.setMaxWidth(Double.MAX_VALUE);
        ways.setMinWidth(80);
        ways.valueProperty().bindBidirectional(model.wayProperty());
        HBox.setHgrow(ways, Priority.ALWAYS);
        head.getChildren().add(0, ways);
        search.textProperty().bindBidirectional(model.searchProperty());
        model.searchProperty().addListener((Observable change) -> users.scrollTo(0));
        search.setOnAction(event -> chooseFirst());
        search.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.DOWN && !users.getItems().isEmpty()) {
                users.requestFocus();
                users.getSelectionModel().selectFirst();
                event.consume();
            }
        });
        model.wayProperty().addListener((observable, before, now) -> showWay(now));
        showWay(model.wayProperty().get());
        setUpList();
    }

    private void setUpList() {
        users.setItems(model.lines());
        users.setCellFactory(list -> new LineCell());
        users.getSelectionModel().selectedItemProperty().addListener((observable, before, now) -> {
            if (!selecting && now != null && !(now instanceof FilmLine) && !model.isShown(now)) {
                model.choose(now);
            }
        });
        users.setOnMouseClicked(event -> chooseSelectedFilm());
        users.addEventFilter(KeyEvent.KEY_PRESSED, this::press);
        users.setContextMenu(profileMenu());
        explore.whatIf().visitorProperty().addListener((Observable change) -> selectShown());
        model.lines().addListener((ListChangeListener<Line>)
                change -> { // after the list's own listeners
                    selectShown();
                    showNobody();
                });
        showNobody();
    }

    private void showWay(Way way) {
        search.setVisible(!way.prompt().isEmpty());
        search.setManaged(search.isVisible());
        search.setPromptText(way.prompt());
        search.setAccessibleText(way.prompt());
        showNobody();
    }

    private void showNobody() {
        boolean typed = !model.searchProperty().get().isBlank();
        nobody.setText(
                switch (model.wayProperty().get()) {
                    case BY_ID, MOST_ACTIVE, LEAST_ACTIVE -> TEXTS.get("no-such-user");
                    case BY_TASTE -> typed ? TEXTS.get("no-title") : TEXTS.get("type-a-title");
                    case RECENT -> TEXTS.get("nobody-yet");
                    case SAVED -> TEXTS.get("no-profile");
                });
    }

    private void chooseFirst() {
        if (!model.lines().isEmpty()) {
            model.choose(model.lines().get(0));
        }
    }

    private void chooseSelectedFilm() {
        if (users.getSelectionModel().getSelectedItem() instanceof FilmLine film) {
            model.choose(film);
        }
    }

    private void press(KeyEvent event) {
        Profile profile = selectedProfile();
        switch (event.getCode()) {
            case ENTER -> chooseSelectedFilm();
            case F2 -> rename(profile);
            case DELETE -> delete(profile);
            default -> {
                return;
            }
        }
        event.consume();
    }

    private Profile selectedProfile() {
        return users.getSelectionModel().getSelectedItem() instanceof ProfileLine line ? line.profile() : null;
    }

    private ContextMenu profileMenu() {
        MenuItem rename = new MenuItem(TEXTS.get("rename-key"));
        rename.setOnAction(event -> rename(selectedProfile()));
        MenuItem delete = new MenuItem(TEXTS.get("delete-key"));
        delete.setOnAction(event -> delete(selectedProfile()));
        ContextMenu menu = new ContextMenu(rename, delete);
        menu.setOnShowing(event -> menu.getItems().forEach(item -> item.setDisable(selectedProfile() == null)));
        return menu;
    }

    private void rename(Profile profile) {
        if (profile != null) {
            Names.ask(users, TEXTS.get("rename-profile"), TEXTS.get("another-name", profile.name()), profile.name())
                    .ifPresent(name -> model.profiles().rename(profile, name));
        }
    }

    private void delete(Profile profile) {
        if (profile != null) {
            model.profiles().delete(profile);
        }
    }

    /** Without choosing anybody. */
    private void selectShown() {
        selecting = true;
        try {
            Line selected = users.getSelectionModel().getSelectedItem();
            if (selected != null && model.isShown(selected)) {
                return;
            }
            int at = -1;
            for (int k = 0; k < users.getItems().size() && at < 0; k++) {
                at = model.isShown(users.getItems().get(k)) ? k : -1;
            }
            if (at < 0) {
                users.getSelectionModel().clearSelection();
            } else {
                users.getSelectionModel().select(at);
                int above = Math.max(0, at - 1);
                explore.background().onFxThread(() -> users.scrollTo(above)); // once the list knows its new length
            }
        } finally {
            selecting = false;
        }
    }

    @FXML
    private void onRandomUser() {
        model.chooseRandomUser();
    }

    @FXML
    private void onNewPerson() {
        model.chooseNewPerson();
    }

    private static String text(Line line) {
        if (line instanceof UserLine user) {
            String stars = Float.isNaN(user.stars()) ? "" : Formats.stars(user.stars()) + " ★  ·  ";
            return user.id() + "  ·  " + stars + RatingFiles.ratings(user.ratings());
        }
        if (line instanceof FilmLine film) {
            return film.title() + "  ·  " + RatingFiles.ratings(film.ratings());
        }
        if (line instanceof NewcomerLine newcomer) {
            return newcomer.visitor().title() + "  ·  " + RatingFiles.ratings(newcomer.ratings());
        }
        Profile profile = ((ProfileLine) line).profile();
        String from = profile.isOfUser() ? TEXTS.get("user-of-data", profile.user(), profile.data()) : profile.data();
        return profile.name() + "  ·  " + RatingFiles.ratings(profile.ratings().size()) + "  ·  " + from;
    }

    private static final class LineCell extends ListCell<Line> {
        LineCell() {
            setPrefWidth(0); // no wider than the list
            Tooltips.showWholeText(this);
        }

        @Override
        protected void updateItem(Line line, boolean isEmpty) {
            super.updateItem(line, isEmpty);
            setText(isEmpty || line == null ? null : text(line));
        }
    }
}
