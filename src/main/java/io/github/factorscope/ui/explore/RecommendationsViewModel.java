package io.github.factorscope.ui.explore;

import io.github.factorscope.data.Item;
import io.github.factorscope.inspection.ItemFilter;
import io.github.factorscope.inspection.Move;
import io.github.factorscope.ui.common.NewestOnly;
import io.github.factorscope.ui.explore.RecommendationList.Wanted;
import java.util.List;
import java.util.Optional;
import javafx.beans.Observable;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** What the model recommends to the person: how much of it, of which kind, and how it moved. */
public final class RecommendationsViewModel {
    /**
     * A recommended item.
     *
     * @param place in the list, from 1
     * @param rank among all items that the person has not rated, from 1
     * @param prediction in stars, not clipped
     * @param support ratings of the item to learn from
     * @param popularity rank by ratings, from 1
     * @param heldOut what the user did give, in the test or validation ratings; NaN where nothing
     * @param move how it moved when ratings changed; empty where none did
     * @param entered whether it was not in the list before
     */
    public record RecommendationLine(
            int place,
            int rank,
            int item,
            Item info,
            double prediction,
            int support,
            int popularity,
            float heldOut,
            Optional<Move> move,
            boolean entered) {}

    /** How many items can be asked for. */
    static final List<Integer> LENGTHS = List.of(10, 20, 50, 100);

    private static final int USUAL_LENGTH = 20;

    private final ExploreViewModel explore;
    private final ObjectProperty<Integer> length = new SimpleObjectProperty<>(USUAL_LENGTH);
    private final ObjectProperty<ItemFilter> filter = new SimpleObjectProperty<>(ItemFilter.NONE);
    private final DoubleProperty diversity = new SimpleDoubleProperty();
    private final BooleanProperty before = new SimpleBooleanProperty();
    private final ReadOnlyObjectWrapper<RecommendationList> list = new ReadOnlyObjectWrapper<>();
    private final ObservableList<RecommendationLine> lines = FXCollections.observableArrayList();
    private final RecommendationMaker maker = new RecommendationMaker();
    private final NewestOnly work;
    private final WhyNotViewModel whyNot;

    RecommendationsViewModel(ExploreViewModel explore) {
        this.explore = explore;
        work = new NewestOnly(explore.background());
        whyNot = new WhyNotViewModel(explore, this);
        explore.answerProperty().addListener((Observable change) -> ask());
        length.addListener((Observable change) -> ask());
        filter.addListener((Observable change) -> ask());
        diversity.addListener((Observable change) -> ask());
        before.addListener((Observable change) -> showLines());
    }

    public ExploreViewModel explore() {
        return explore;
    }

    /** Why other items are not among them. */
    WhyNotViewModel whyNot() {
        return whyNot;
    }

    /** Best first; with diversity, in the order in which they were chosen. */
    public ObservableList<RecommendationLine> lines() {
        return lines;
    }

    /** Of which {@link #lines} is the one side or the other; null where there is nobody to recommend to. */
    ReadOnlyObjectProperty<RecommendationList> listProperty() {
        return list.getReadOnlyProperty();
    }

    /** How many items are asked for. */
    public ObjectProperty<Integer> lengthProperty() {
        return length;
    }

    /** Which items are asked for; never null. */
    public ObjectProperty<ItemFilter> filterProperty() {
        return filter;
    }

    /** λ of {@link io.github.factorscope.inspection.Diversity}, 0 to 1. */
    public DoubleProperty diversityProperty() {
        return diversity;
    }

    /** Whether the list before the ratings were changed is shown, in place of that with the changed ones. */
    public BooleanProperty beforeProperty() {
        return before;
    }

    private void ask() {
        Answer answer = explore.answerProperty().get();
        if (answer == null) {
            work.forget();
            show(null);
            return;
        }
        Wanted wanted = new Wanted(answer, filter.get(), length.get(), diversity.get());
        work.run(() -> maker.make(wanted), this::show, explore.errors()::show);
    }

    private void show(RecommendationList made) {
        Answer answer = explore.answerProperty().get();
        list.set(made);
        if (made == null || !made.isChanged()) {
            before.set(false);
        }
        showLines();
        if (made != null
                && made.wanted().answer().equals(answer)
                && explore.itemProperty().get() == null
                && !lines.isEmpty()) {
            explore.itemProperty().set(lines.get(0).item());
        }
        whyNot.compare();
    }

    private void showLines() {
        RecommendationList made = list.get();
        List<RecommendationLine> wanted = made == null ? List.of() : before.get() ? made.before() : made.now();
        if (!wanted.equals(lines)) {
            lines.setAll(wanted);
        }
    }
}
