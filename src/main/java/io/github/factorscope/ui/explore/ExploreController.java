package io.github.factorscope.ui.explore;

import io.github.factorscope.experiment.Run;
import io.github.factorscope.explanation.Explanation;
import io.github.factorscope.ui.common.InTurn;
import io.github.factorscope.ui.common.Late;
import io.github.factorscope.ui.common.LatePart;
import io.github.factorscope.ui.common.Stepwise;
import io.github.factorscope.ui.common.Views;
import java.util.List;
import javafx.beans.Observable;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Binds the screen that looks into a run. */
public final class ExploreController implements Stepwise {
    private final ExploreViewModel model;
    private final Runnable showTrain;
    private final Late<Parent> peopleView;
    private final Late<Parent> ratingsView;
    private final Late<Parent> recommendationsView;
    private final Late<Parent> sideBySideView;
    private LookSwitch look;

    @FXML
    private HBox header;

    @FXML
    private SplitPane content;

    @FXML
    private Node empty;

    @FXML
    private Label runName;

    @FXML
    private VBox left;

    @FXML
    private VBox middle;

    @FXML
    private VBox right;

    @FXML
    private ExplanationPane explanation;

    /** @param showTrain goes to where models are trained */
    public ExploreController(ExploreViewModel model, Runnable showTrain) {
        this.model = model;
        this.showTrain = showTrain;
        peopleView = new Late<>(() -> Views.load(new PeopleController(model)));
        ratingsView = new Late<>(() -> Views.load(new RatingsController(model)));
        recommendationsView = new Late<>(
                () -> Views.load(new RecommendationsController(model, term -> explanation.openEvidence(term))));
        sideBySideView = new Late<>(() -> Views.load(new SideBySideController(model.sideBySide())));
    }

    @Override
    public List<Late<Parent>> parts() {
        return List.of(peopleView, ratingsView, recommendationsView, sideBySideView);
    }

    @FXML
    private void initialize() {
        VBox people = new VBox(peopleView.get());
        VBox ratings = new VBox(grow(ratingsView.get()));
        left.getChildren().setAll(people, grow(ratings));
        middle.getChildren().setAll(grow(recommendationsView.get()));
        InTurn.mark(content, people, ratings, middle, right);
        explanation.setOnRate(model.ratings()::rate);
        look = new LookSwitch(content, sideBySideView.get(), model.sideBySide());
        header.getChildren().add(1, look); // behind the title
        model.explanationProperty().addListener((observable, before, now) -> showExplanation(now));
        model.shownRunProperty().addListener((Observable change) -> showRun());
        explanation
                .waitingProperty()
                .bind(model.personProperty()
                        .isNotNull()
                        .and(model.answerProperty()
                                .isNull()
                                .or(model.itemProperty().isNotNull())));
        showRun();
        showExplanation(model.explanationProperty().get());
        LatePart.untilVisible(content);
    }

    @FXML
    private void onTrain() {
        showTrain.run();
    }

    private static Node grow(Node node) {
        VBox.setVgrow(node, Priority.ALWAYS);
        return node;
    }

    private void showRun() {
        Run run = model.run();
        content.setVisible(run != null);
        empty.setVisible(run == null);
        look.setVisible(run != null);
        runName.setText(run == null ? "" : model.shownRunProperty().get().nameWithData());
    }

    private void showExplanation(Explanation explained) {
        Answer answer = model.answerProperty().get();
        explanation
                .viewProperty()
                .set(explained == null || answer == null ? null : ExplanationView.of(answer, explained));
    }
}
