package io.github.factorscope.ui.explore;

import io.github.factorscope.model.Person;
import io.github.factorscope.ui.common.Formats;
import io.github.factorscope.ui.explore.PeopleViewModel.UserLine;
import javafx.fxml.FXML;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;

/** Binds the panel that finds people. */
public final class PeopleController {
    private final ExploreViewModel explore;
    private final PeopleViewModel model;

    @FXML
    private TextField search;

    @FXML
    private ListView<UserLine> users;

    public PeopleController(ExploreViewModel explore) {
        this.explore = explore;
        this.model = explore.people();
    }

    @FXML
    private void initialize() {
        search.textProperty().bindBidirectional(model.searchProperty());
        search.setOnAction(event -> {
            if (!model.users().isEmpty()) {
                explore.choose(model.users().get(0).user());
            }
        });
        users.setItems(model.users());
        users.setCellFactory(list -> new UserCell());
        users.getSelectionModel().selectedItemProperty().addListener((observable, before, now) -> {
            if (now != null && !isShown(now)) {
                explore.choose(now.user());
            }
        });
        explore.personProperty().addListener((observable, before, now) -> select(now));
    }

    private boolean isShown(UserLine line) {
        Person person = explore.personProperty().get();
        return person != null && person.user() == line.user();
    }

    private void select(Person person) {
        UserLine selected = users.getSelectionModel().getSelectedItem();
        if (person == null || person.isNewcomer()) {
            users.getSelectionModel().clearSelection();
        } else if (selected == null || selected.user() != person.user()) {
            users.getItems().stream()
                    .filter(line -> line.user() == person.user())
                    .findFirst()
                    .ifPresentOrElse(
                            line -> {
                                users.getSelectionModel().select(line);
                                users.scrollTo(line);
                            },
                            users.getSelectionModel()::clearSelection);
        }
    }

    @FXML
    private void onRandomUser() {
        model.chooseRandomUser();
    }

    private static final class UserCell extends ListCell<UserLine> {
        @Override
        protected void updateItem(UserLine line, boolean isEmpty) {
            super.updateItem(line, isEmpty);
            setText(
                    isEmpty || line == null
                            ? null
                            : line.id() + "  ·  " + Formats.count(line.ratings()) + " to learn from");
        }
    }
}
