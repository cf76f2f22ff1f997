package io.github.factorscope.inspection;

import io.github.factorscope.data.Dataset;
import io.github.factorscope.data.JointCounts;
import io.github.factorscope.explanation.Evidence;
import io.github.factorscope.explanation.Explanation;
import io.github.factorscope.explanation.Term;
import io.github.factorscope.explanation.TermKind;
import io.github.factorscope.model.Person;
import io.github.factorscope.text.Texts;
import java.util.Optional;

/** What stands behind one neighbour, spelled out with its numbers. Immutable. */
public final class EvidenceWords {
    private static final Texts TEXTS = Texts.of(EvidenceWords.class);
    private static final double SAME = 1e-6;
    private static final int MOST_DECIMALS = 7;

    private final Dataset dataset;
    private final Explanation explanation;
    private final Term term;
    private final Evidence evidence;
    private final Addressee addressee;

    /** @param term one of the explanation with a neighbour */
    public EvidenceWords(Dataset dataset, Explanation explanation, Person person, Term term) {
        this.dataset = dataset;
        this.explanation = explanation;
        this.term = term;
        evidence = term.evidence().orElseThrow();
        addressee = Addressee.of(person, dataset);
    }

    /** Who gave what: "You gave Aliens 5★", "User 12 gave Alien 5★". */
    public String given() {
        String title = title(term.hasItem() ? term.item() : explanation.item());
        String stars = StarText.stars(evidence.rating()) + "★";
        if (term.hasItem() && addressee.isYou()) {
            return withExpected(TEXTS.get("gave-you", title, stars));
        }
        String user = term.hasItem() ? addressee.id() : dataset.users().id(term.neighbourUser());
        return withExpected(TEXTS.get("gave-user", user, title, stars));
    }

    private String withExpected(String given) {
        if (!Double.isFinite(evidence.deviation())) {
            return given;
        }
        String ground = StarText.decimals(evidence.rating() - evidence.deviation(), 2);
        return term.kind() == TermKind.TASTE
                ? TEXTS.get("expected-without-taste", given, addressee.own(), ground)
                : TEXTS.get("expected", given, ground);
    }

    /** "weight 0.2143 × deviation +0.842 = +0.1804"; for what counts for being rated at all, its weight. */
    public String arithmetic() {
        String amount = StarText.signed(term.amount(), 4);
        if (term.kind() == TermKind.IMPLICIT) {
            return TEXTS.get("counts-at-all", amount);
        }
        if (!Double.isFinite(evidence.weight()) || !Double.isFinite(evidence.deviation())) {
            return TEXTS.get("adds", amount);
        }
        int decimals = 3;
        while (decimals < MOST_DECIMALS && !multiplies(decimals)) {
            decimals++;
        }
        return TEXTS.get(
                "arithmetic",
                StarText.decimals(evidence.weight(), decimals),
                StarText.signed(evidence.deviation(), decimals),
                amount);
    }

    /** Whether the numbers with so many decimals give the amount to its last digit. */
    private boolean multiplies(int decimals) {
        double scale = Math.pow(10, decimals);
        double product = Math.rint(evidence.weight() * scale) / scale * Math.rint(evidence.deviation() * scale) / scale;
        return StarText.signed(product, 4).equals(StarText.signed(term.amount(), 4));
    }

    /** Where the weight is the neighbour's share of all similarities: "Weight = 0.312 of 1.458, all similarities". */
    public Optional<String> share() {
        double all = 0;
        for (Term other : explanation.terms()) {
            if (other.kind() == TermKind.EXPLICIT && other.evidence().isPresent()) {
                all += other.evidence().get().similarity();
            }
        }
        boolean isShare = term.kind() == TermKind.EXPLICIT
                && all > 0
                && Math.abs(evidence.similarity() / all - evidence.weight()) < 1e-3 * Math.abs(evidence.weight());
        return isShare
                ? Optional.of(
                        TEXTS.get("share", StarText.decimals(evidence.similarity(), 3), StarText.decimals(all, 3)))
                : Optional.empty();
    }

    /** "Similarity 0.287 = 0.488 before shrinking × 143 / (143 + 100)". */
    public String similarity() {
        if (evidence.support() == 0 && evidence.similarity() == 0) {
            return TEXTS.get("no-similarity");
        }
        String similarity = StarText.decimals(evidence.similarity(), 3);
        return shrinkage()
                .map(share ->
                        TEXTS.get("before-shrinking", similarity, StarText.decimals(evidence.unshrunk(), 3), share))
                .orElseGet(() -> TEXTS.get("similarity", similarity));
    }

    /** "143 users rated both", "7 items rated by both". */
    public String support() {
        return TEXTS.get(
                term.hasItem() ? "rated-both" : "rated-by-both",
                evidence.support(),
                StarText.count(evidence.support()));
    }

    /** "143 / (143 + 100)"; empty where nothing was shrunk. */
    private Optional<String> shrinkage() {
        double ratio = evidence.unshrunk() / evidence.similarity();
        if (!Double.isFinite(ratio) || ratio <= 1 + SAME) {
            return Optional.empty();
        }
        double lambda = evidence.support() * (ratio - 1);
        boolean whole = Math.abs(lambda - Math.rint(lambda)) < 0.01;
        String support = StarText.count(evidence.support());
        return Optional.of(support + " / (" + support + " + " + StarText.decimals(lambda, whole ? 0 : 1) + ")");
    }

    /** "Of the 143 who gave Aliens 5★, 61 % gave this one 5★, on average 4.4; all 210 who rated both: 4.1". */
    public String likeMinded(JointCounts joint) {
        if (joint.total() == 0) {
            return TEXTS.get("no-common-ratings");
        }
        int row = joint.levels().of(evidence.rating());
        String title = title(term.item());
        String given = level(joint, row);
        int count = joint.total(row);
        if (count == 0) {
            return TEXTS.get("no-common-ratings-of-them", title, given);
        }
        int most = joint.mostFrequent(row);
        String all = StarText.count(joint.total());
        String mean = StarText.decimals(joint.mean(), 1);
        if (count == 1) {
            return TEXTS.get("only-one", title, given, level(joint, most), all, mean);
        }
        return TEXTS.get(
                "of-those",
                StarText.count(count),
                title,
                given,
                StarText.decimals(100.0 * joint.count(row, most) / count, 0),
                level(joint, most),
                StarText.decimals(joint.mean(row), 1),
                all,
                mean);
    }

    private static String level(JointCounts joint, int level) {
        String low = StarText.stars(joint.levels().low(level));
        if (joint.levels().isExact()) {
            return low + "★";
        }
        return level == joint.levels().count() - 1
                ? TEXTS.get("at-least-stars", low)
                : TEXTS.get("between-stars", low, StarText.stars(joint.levels().low(level + 1)));
    }

    private String title(int item) {
        return dataset.items().item(item).title();
    }
}
