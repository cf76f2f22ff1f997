package io.github.factorscope.inspection;

import io.github.factorscope.data.Dataset;
import io.github.factorscope.data.JointCounts;
import io.github.factorscope.explanation.Evidence;
import io.github.factorscope.explanation.Explanation;
import io.github.factorscope.explanation.Term;
import io.github.factorscope.explanation.TermKind;
import io.github.factorscope.model.Person;
import java.util.Optional;

/** What stands behind one neighbour, spelled out with its numbers. Immutable. */
public final class EvidenceWords {
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
        String subject =
                term.hasItem() ? addressee.subject() : "user " + dataset.users().id(term.neighbourUser());
        int item = term.hasItem() ? term.item() : explanation.item();
        return Character.toUpperCase(subject.charAt(0)) + subject.substring(1) + " gave " + title(item) + " "
                + StarText.stars(evidence.rating()) + "★" + expected();
    }

    private String expected() {
        if (!Double.isFinite(evidence.deviation())) {
            return "";
        }
        String ground = StarText.decimals(evidence.rating() - evidence.deviation(), 2);
        return term.kind() == TermKind.TASTE
                ? "; without " + addressee.own() + " taste: " + ground
                : "; expected: " + ground;
    }

    /** "weight 0.2143 × deviation +0.842 = +0.1804"; for what counts for being rated at all, its weight. */
    public String arithmetic() {
        String amount = StarText.signed(term.amount(), 4);
        if (term.kind() == TermKind.IMPLICIT) {
            return "Counts for having been rated at all, whatever the stars: " + amount;
        }
        if (!Double.isFinite(evidence.weight()) || !Double.isFinite(evidence.deviation())) {
            return "Adds " + amount;
        }
        int decimals = 3;
        while (decimals < MOST_DECIMALS && !multiplies(decimals)) {
            decimals++;
        }
        return "Weight " + StarText.decimals(evidence.weight(), decimals) + " × deviation "
                + StarText.signed(evidence.deviation(), decimals) + " = " + amount;
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
                ? Optional.of("Weight = " + StarText.decimals(evidence.similarity(), 3) + " of "
                        + StarText.decimals(all, 3) + ", all similarities")
                : Optional.empty();
    }

    /** "Similarity 0.287 = 0.488 before shrinking × 143 / (143 + 100)". */
    public String similarity() {
        if (evidence.support() == 0 && evidence.similarity() == 0) {
            return "No similarity: nothing in common";
        }
        return "Similarity " + StarText.decimals(evidence.similarity(), 3)
                + shrinkage()
                        .map(share ->
                                " = " + StarText.decimals(evidence.unshrunk(), 3) + " before shrinking × " + share)
                        .orElse("");
    }

    /** "143 users rated both", "7 items rated by both". */
    public String support() {
        return StarText.count(evidence.support())
                + (term.hasItem() ? plural(" user") + " rated both" : plural(" item") + " rated by both");
    }

    private String plural(String noun) {
        return evidence.support() == 1 ? noun : noun + "s";
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
            return "Nobody has rated both";
        }
        int row = joint.levels().of(evidence.rating());
        String who = title(term.item()) + " " + level(joint, row);
        int count = joint.total(row);
        if (count == 0) {
            return "Nobody who gave " + who + " rated this one";
        }
        int most = joint.mostFrequent(row);
        String percent = StarText.decimals(100.0 * joint.count(row, most) / count, 0) + " %";
        String start = count == 1
                ? "The only one who gave " + who + " and rated this one gave it " + level(joint, most)
                : "Of the " + StarText.count(count) + " who gave " + who + ", " + percent + " gave this one "
                        + level(joint, most) + ", on average " + StarText.decimals(joint.mean(row), 1);
        return start + "; all " + StarText.count(joint.total()) + " who rated both: "
                + StarText.decimals(joint.mean(), 1);
    }

    private static String level(JointCounts joint, int level) {
        String low = StarText.stars(joint.levels().low(level));
        if (joint.levels().isExact()) {
            return low + "★";
        }
        return level == joint.levels().count() - 1
                ? low + " or more"
                : low + " to " + StarText.stars(joint.levels().low(level + 1));
    }

    private String title(int item) {
        return dataset.items().item(item).title();
    }
}
