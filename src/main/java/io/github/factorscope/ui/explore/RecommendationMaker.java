package io.github.factorscope.ui.explore;

import io.github.factorscope.data.RatingMatrix;
import io.github.factorscope.data.RatingScale;
import io.github.factorscope.data.Split;
import io.github.factorscope.inspection.AllowedItems;
import io.github.factorscope.inspection.Diversity;
import io.github.factorscope.inspection.ItemFacts;
import io.github.factorscope.inspection.ItemFilter;
import io.github.factorscope.inspection.Likeness;
import io.github.factorscope.inspection.Move;
import io.github.factorscope.inspection.Predictions;
import io.github.factorscope.inspection.Shortlist;
import io.github.factorscope.model.Person;
import io.github.factorscope.ui.explore.RecommendationList.Cost;
import io.github.factorscope.ui.explore.RecommendationList.Wanted;
import io.github.factorscope.ui.explore.RecommendationsViewModel.RecommendationLine;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes lists of recommendations; keeps what the next list can use. Safe on all threads, one list at a time. */
final class RecommendationMaker {
    private static final int KEPT = 4; // the list now and that before, each with a filter and without

    /** What similarities between candidates depend on. */
    private record Candidates(Predictions predictions, ItemFilter filter, int count) {}

    private final Map<Candidates, Diversity> known = new LinkedHashMap<>();
    private RatingMatrix training; // that what follows is about
    private ItemFacts facts;
    private Likeness likeness; // null until somebody asks for diversity

    synchronized RecommendationList make(Wanted wanted) {
        Answer answer = wanted.answer();
        follow(answer.split());
        AllowedItems allowed = wanted.filter().over(facts);
        Shortlist now = shortlist(wanted, answer.now(), allowed);
        Shortlist before = answer.isChanged() ? shortlist(wanted, answer.before(), allowed) : now;
        List<RecommendationLine> nowLines = lines(answer, answer.now(), now, before);
        List<RecommendationLine> beforeLines =
                answer.isChanged() ? lines(answer, answer.before(), before, before) : nowLines;
        Set<Integer> kept = new HashSet<>(now.items());
        return new RecommendationList(
                wanted,
                facts,
                allowed,
                candidates(answer.now(), allowed),
                now,
                nowLines,
                beforeLines,
                beforeLines.stream().filter(line -> !kept.contains(line.item())).toList(),
                now.diversity().map(chosen -> cost(answer, chosen.choice())));
    }

    private void follow(Split split) {
        if (split.training() != training) {
            training = split.training();
            facts = ItemFacts.of(split.items(), training);
            likeness = null;
            known.clear();
        }
    }

    private Shortlist shortlist(Wanted wanted, Predictions predictions, AllowedItems allowed) {
        if (wanted.diversity() == 0) {
            return Shortlist.best(predictions, allowed, wanted.lines());
        }
        if (likeness == null) {
            likeness = Likeness.of(training);
        }
        Candidates key = new Candidates(predictions, wanted.filter(), Diversity.candidatesFor(wanted.lines()));
        Diversity among = known.remove(key);
        if (among == null) {
            among = Shortlist.candidates(predictions, allowed, wanted.lines(), likeness);
        }
        known.put(key, among); // the last one used is the last one forgotten
        if (known.size() > KEPT) {
            known.remove(known.keySet().iterator().next());
        }
        return Shortlist.diverse(among, wanted.lines(), wanted.diversity());
    }

    private static int candidates(Predictions predictions, AllowedItems allowed) {
        int count = 0;
        for (int rank = 1; rank <= predictions.candidates(); rank++) {
            count += allowed.test(predictions.itemAt(rank)) ? 1 : 0;
        }
        return count;
    }

    private List<RecommendationLine> lines(Answer answer, Predictions predictions, Shortlist list, Shortlist before) {
        Set<Integer> known = new HashSet<>(before.items());
        List<RecommendationLine> lines = new ArrayList<>();
        for (int item : list.items()) {
            lines.add(new RecommendationLine(
                    lines.size() + 1,
                    predictions.rank(item),
                    item,
                    answer.dataset().items().item(item),
                    predictions.of(item),
                    facts.ratings(item),
                    facts.popularityRank(item),
                    heldOut(answer.split(), answer.person(), item),
                    answer.isChanged() ? Optional.of(Move.of(answer.before(), answer.now(), item)) : Optional.empty(),
                    !known.contains(item)));
        }
        return lines;
    }

    /** What a user did give in the test or validation ratings; NaN where nothing. */
    static float heldOut(Split split, Person person, int item) {
        if (person.isNewcomer()) {
            return Float.NaN;
        }
        float test = split.test().rating(person.user(), item);
        return Float.isNaN(test) ? split.validation().rating(person.user(), item) : test;
    }

    private static Cost cost(Answer answer, Diversity.Choice choice) {
        return new Cost(
                choice.items().size(),
                choice.replaced(),
                meanShown(answer, choice.items()),
                meanShown(answer, choice.plain()),
                choice.similarity(),
                choice.plainSimilarity());
    }

    private static double meanShown(Answer answer, List<Integer> items) {
        RatingScale scale = answer.dataset().scale();
        return items.stream()
                .mapToDouble(item -> scale.clip(answer.now().of(item)))
                .average()
                .orElse(Double.NaN);
    }
}
