package io.github.factorscope.ui.tour;

import io.github.factorscope.data.RatingMatrix;
import io.github.factorscope.evaluation.Ranking;
import io.github.factorscope.evaluation.Ranking.RankedItem;
import io.github.factorscope.experiment.Run;
import io.github.factorscope.explanation.Explanation;
import io.github.factorscope.explanation.Term;
import io.github.factorscope.ui.MainWindow;
import io.github.factorscope.ui.Screen;
import io.github.factorscope.ui.explore.Answer;
import io.github.factorscope.ui.explore.ExplanationPane;
import io.github.factorscope.ui.explore.RatingLine;
import io.github.factorscope.ui.map.MapViewModel;
import io.github.factorscope.ui.workspace.RunEntry;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import javafx.scene.control.ToggleButton;

/** The part of the tour that looks into models: explanations, what-if, somebody new, side by side, the map. */
final class ExploreTour {
    private static final List<String> EXPLAINED = List.of("svd", "user-ngbr", "integrated", "cor-ngbr");
    private static final String MAPPED = "svd";
    private static final int USERS_TRIED = 300;
    private static final int FEWEST_RATINGS = 30;
    private static final int MOST_RATINGS = 150;
    private static final int[] STARS = {5, 2, 4, 5, 1}; // of somebody new
    private final MainWindow window;
    private final Pictures pictures;
    private int user;

    ExploreTour(MainWindow window, Pictures pictures) {
        this.window = window;
        this.pictures = pictures;
    }

    /** Explains under several models; returns the last explanation. */
    Explanation explanations() throws IOException {
        Explanation explanation = null;
        for (String id : EXPLAINED) {
            RunEntry entry = runOf(id);
            user = tellingUser(entry.run());
            Headless.run(() -> {
                window.show(Screen.EXPLORE);
                window.workspace().selectedRunProperty().set(entry);
                window.explore().choose(user);
            });
            Headless.await("the explanation", () -> {
                Explanation shown = window.explore().explanationProperty().get();
                return shown != null
                        && shown.user() == user
                        && entry.run().equals(window.explore().run())
                        && shown.equals(entry.run().model().explain(user, shown.item()));
            });
            explanation =
                    Headless.call(() -> window.explore().explanationProperty().get());
            pictures.take("explore-" + id);
        }
        ExplanationPane pane =
                Headless.call(() -> (ExplanationPane) window.scene().lookup("#explanation"));
        Headless.run(pane::openStrongest);
        pictures.take("explore-evidence");
        Headless.run(pane::closeEvidence);
        return explanation;
    }

    /** One whose best recommendation rests on several ratings more than on anything else. */
    static int tellingUser(Run run) {
        RatingMatrix training = run.experiment().split().training();
        int best = 0;
        double most = Double.NEGATIVE_INFINITY;
        for (int user = 0; user < Math.min(USERS_TRIED, training.users()); user++) {
            int ratings = training.byUser().length(user);
            if (ratings < FEWEST_RATINGS || ratings > MOST_RATINGS) {
                continue;
            }
            List<RankedItem> first = Ranking.best(run.model(), training, user, 1);
            double strongest = first.isEmpty()
                    ? Double.NEGATIVE_INFINITY
                    : thirdStrongest(run.model().explain(user, first.get(0).item()));
            if (strongest > most) {
                most = strongest;
                best = user;
            }
        }
        return best;
    }

    private static double thirdStrongest(Explanation explanation) {
        return explanation.terms().stream()
                .filter(Term::hasNeighbour)
                .map(Term::amount)
                .sorted(Comparator.reverseOrder())
                .skip(2)
                .findFirst()
                .orElse(Double.NEGATIVE_INFINITY);
    }

    /**
     * What if the strongest reason had been disliked? Then somebody new, the same user side by side, and the map.
     *
     * @param suffix of the pictures' names
     */
    void otherRatings(String suffix) throws IOException {
        user = Headless.call(
                () -> tellingUser(window.workspace().selectedRunProperty().get().run()));
        Headless.run(() -> {
            window.show(Screen.EXPLORE);
            window.explore().choose(user);
        });
        Headless.await("the user", () -> window.explore().explanationProperty().get() != null);
        int reason = strongestReason(window);
        Headless.run(() -> window.explore().ratings().rate(reason, 1));
        Headless.await("the changed ratings", () -> showsChangedRatings(window));
        pictures.take("explore-what-if" + suffix);
        Headless.run(() -> ((ToggleButton) window.scene().lookup("#look-side-by-side")).fire());
        Headless.await("the models side by side", () -> !window.explore()
                .sideBySide()
                .explanationsProperty()
                .get()
                .isEmpty());
        pictures.take("explore-side-by-side" + suffix);
        Headless.run(() -> {
            ((ToggleButton) window.scene().lookup("#look-one")).fire();
            window.explore().whatIf().reset();
            window.explore().people().chooseNewPerson();
        });
        Headless.await(
                "what to rate", () -> window.explore().ratings().starters().size() >= STARS.length);
        List<RatingLine> starters =
                Headless.call(() -> List.copyOf(window.explore().ratings().starters()));
        for (int k = 0; k < STARS.length; k++) {
            RatingLine line = starters.get(k);
            int stars = STARS[k];
            Headless.run(() -> window.explore().ratings().rate(line.item(), stars));
        }
        Headless.await("the answer to somebody new", () -> showsChangedRatings(window));
        pictures.take("explore-new-person" + suffix);
        Headless.run(() -> window.explore().choose(user));
        map(suffix);
    }

    /** The best known film among its neighbours, and what is recommended to the user. */
    private void map(String suffix) throws IOException {
        RunEntry before =
                Headless.call(() -> window.workspace().selectedRunProperty().get());
        RunEntry entry = runOf(MAPPED);
        Headless.run(() -> {
            window.workspace().selectedRunProperty().set(entry);
            window.show(Screen.MAP);
        });
        Headless.await("the map", () -> window.map().stateProperty().get() == MapViewModel.State.READY);
        Headless.run(() -> {
            window.map().itemProperty().set(window.map().dotsProperty().get().items()[0]);
            window.map().recommendationsMarkedProperty().set(true);
        });
        Headless.await("the neighbours and the recommendations", window.map()::isComplete);
        pictures.take("map" + suffix);
        Headless.run(() -> {
            window.map().itemProperty().set(null);
            window.workspace().selectedRunProperty().set(before);
        });
    }

    private RunEntry runOf(String family) {
        return Headless.call(() -> window.workspace().runs().stream()
                .filter(each -> each.run().experiment().family().id().equals(family))
                .findFirst()
                .orElseThrow());
    }

    /** The rated item that speaks most for what is explained. */
    static int strongestReason(MainWindow window) {
        return Headless.call(() -> window.explore().explanationProperty().get().terms().stream()
                .filter(Term::hasItem)
                .max(Comparator.comparingDouble(Term::amount))
                .orElseThrow()
                .item());
    }

    /** Whether the answer on the screen is that to the ratings on the screen, with its explanation. */
    static boolean showsChangedRatings(MainWindow window) {
        Answer answer = window.explore().answerProperty().get();
        Explanation explanation = window.explore().explanationProperty().get();
        return answer != null
                && answer.isChanged()
                && answer.person().equals(window.explore().personProperty().get())
                && explanation != null
                && explanation.equals(answer.now().explain(explanation.item()));
    }
}
