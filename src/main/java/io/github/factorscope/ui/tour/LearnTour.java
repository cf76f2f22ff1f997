package io.github.factorscope.ui.tour;

import io.github.factorscope.ui.MainWindow;
import io.github.factorscope.ui.Screen;
import io.github.factorscope.ui.learn.LearnViewModel;
import io.github.factorscope.ui.learn.Shown;
import java.io.IOException;
import java.util.function.Predicate;

/** The part of the tour that learns step by step. */
final class LearnTour {
    private static final int USER = 0;
    private static final int ITEM = 3;

    private final MainWindow window;
    private final Pictures pictures;
    private final LearnViewModel learn;

    LearnTour(MainWindow window, Pictures pictures) {
        this.window = window;
        this.pictures = pictures;
        learn = window.learn();
    }

    /** @param suffix of the pictures' names, such as "-dark" */
    void look(String suffix) throws IOException {
        Headless.run(() -> {
            window.show(Screen.LEARN);
            learn.useToy("svd", "sgd");
        });
        await("the toy", shown -> shown.isDescent() && shown.history().steps() == 0);
        Headless.run(() -> learn.select(USER, ITEM));
        Headless.run(learn::epoch);
        Headless.run(() -> learn.step(3));
        await("steps", shown -> shown.history().errors().size() == 5);
        pictures.take("learn" + suffix);
        if (suffix.isEmpty()) {
            others();
        }
    }

    private void others() throws IOException {
        Headless.run(learn::diverge);
        await("a divergence", shown -> shown.runaway().isPresent());
        pictures.take("learn-diverged");
        Headless.run(() -> learn.useToy("svd", "als"));
        await("least squares", shown -> shown.hasSteps() && !shown.isDescent());
        Headless.run(() -> learn.step(2));
        await("solves", shown -> shown.history().steps() == 2);
        pictures.take("learn-als");
        Headless.run(() -> learn.useToy("integrated"));
        await("the integrated model", shown -> shown.family().id().equals("integrated"));
        pictures.take("learn-integrated");
        Headless.run(learn::useData);
        await("the open data", shown -> shown.predictions().length == 0);
        pictures.take("learn-data");
        Headless.run(() -> learn.useToy("cor-ngbr"));
        await("a model without steps", shown -> !shown.hasSteps());
        pictures.take("learn-neighbours");
        Headless.run(() -> learn.useToy("svd"));
        await("the toy again", shown -> shown.family().id().equals("svd"));
    }

    private void await(String what, Predicate<Shown> condition) {
        Headless.await(
                what,
                () -> learn.shownProperty().get() != null
                        && !learn.workingProperty().get()
                        && condition.test(learn.shownProperty().get()));
    }
}
