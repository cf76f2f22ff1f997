package io.github.factorscope.ui.train;

import io.github.factorscope.storage.Checkpoint;
import io.github.factorscope.storage.CheckpointPlace;
import io.github.factorscope.storage.CheckpointShelf;
import io.github.factorscope.storage.CheckpointSummary;
import io.github.factorscope.storage.RunLibrary;
import io.github.factorscope.text.Texts;
import io.github.factorscope.ui.common.Background;
import io.github.factorscope.ui.common.ErrorPresenter;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** Offers to go on with trainings that were interrupted, one after the other. */
public final class InterruptedViewModel {
    private static final Texts TEXTS = Texts.of(InterruptedViewModel.class);

    private final CheckpointShelf shelf;
    private final Background background;
    private final ErrorPresenter errors;
    private final TrainViewModel train;
    private final ObservableList<CheckpointSummary> interrupted = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper offer = new ReadOnlyStringWrapper("");

    public InterruptedViewModel(
            RunLibrary library, Background background, ErrorPresenter errors, TrainViewModel train) {
        this.shelf = library.checkpoints();
        this.background = background;
        this.errors = errors;
        this.train = train;
    }

    /** Looks for trainings that nobody carries on. */
    public void look() {
        background.run(
                shelf::list,
                listing -> {
                    show(listing.interrupted());
                    listing.unreadable().stream()
                            .findFirst()
                            .ifPresent(each -> errors.say(TEXTS.get("cannot-go-on", each.reason())));
                },
                errors::show);
    }

    private void show(List<CheckpointSummary> found) {
        interrupted.setAll(found);
        describe();
    }

    private void describe() {
        int others = interrupted.size() - 1;
        offer.set(
                interrupted.isEmpty()
                        ? ""
                        : others == 0
                                ? TEXTS.get("interrupted", interrupted.get(0).words())
                                : TEXTS.get(
                                        "interrupted-and-more",
                                        interrupted.get(0).words(),
                                        String.valueOf(others)));
    }

    /** Such as "SVD++ on ml-1m was interrupted at epoch 12 of 30."; empty where there is nothing to offer. */
    public ReadOnlyStringProperty offerProperty() {
        return offer.getReadOnlyProperty();
    }

    /** What the state of a training is opened to. */
    private record Opened(CheckpointPlace place, Checkpoint checkpoint) {}

    /** Goes on with the training that is offered. */
    public void goOn() {
        CheckpointSummary first = next();
        background.run(
                () -> open(first),
                opened -> opened.ifPresentOrElse(
                        each -> train.goOn(each.checkpoint(), each.place()),
                        () -> errors.say(TEXTS.get("another-window"))),
                errors::show);
    }

    /** Empty where another window was faster. */
    private Optional<Opened> open(CheckpointSummary summary) throws IOException {
        Optional<CheckpointPlace> place = shelf.take(summary);
        if (place.isEmpty()) {
            return Optional.empty();
        }
        boolean opened = false;
        try {
            Checkpoint checkpoint = place.get().read();
            opened = true;
            return Optional.of(new Opened(place.get(), checkpoint));
        } finally {
            if (!opened) {
                place.get().close();
            }
        }
    }

    /** Moves the training that is offered into the trash of the library. */
    public void discard() {
        CheckpointSummary first = next();
        background.run(
                () -> {
                    shelf.discard(first);
                    return first;
                },
                done -> {},
                errors::show);
    }

    /** Offers nothing more until the next start. */
    public void later() {
        show(List.of());
    }

    private CheckpointSummary next() {
        CheckpointSummary first = interrupted.remove(0);
        describe();
        return first;
    }
}
