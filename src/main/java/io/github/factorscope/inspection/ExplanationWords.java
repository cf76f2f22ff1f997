package io.github.factorscope.inspection;

import io.github.factorscope.data.Dataset;
import io.github.factorscope.explanation.Explanation;
import io.github.factorscope.explanation.Term;
import io.github.factorscope.explanation.TermKind;
import io.github.factorscope.explanation.Waterfall.Part;
import io.github.factorscope.model.Person;

/** What the parts of an explanation are called. Immutable. */
public final class ExplanationWords {
    private final Dataset dataset;
    private final Explanation explanation;
    private final Person person;
    private final Addressee addressee;
    private final boolean ofUsers;

    public ExplanationWords(Dataset dataset, Explanation explanation, Person person) {
        this.dataset = dataset;
        this.explanation = explanation;
        this.person = person;
        addressee = Addressee.of(person, dataset);
        ofUsers = explanation.terms().stream().anyMatch(term -> term.hasNeighbour() && !term.hasItem());
    }

    /** The explanation in a sentence. */
    public String summary() {
        return new ExplanationSummary(dataset, explanation, person).text();
    }

    /** The name of a term that belongs to no neighbour. */
    public String name(TermKind kind) {
        return switch (kind) {
            case MEAN -> "Mean rating";
            case USER_BIAS -> person.isNewcomer() ? "Your bias" : "This user's bias";
            case ITEM_BIAS -> "This item's bias";
            case UNATTRIBUTED -> "Not attributable";
            case EXPLICIT, IMPLICIT, TASTE -> kind.id();
        };
    }

    /** What a term means. */
    public String help(TermKind kind) {
        String own = addressee.own();
        return switch (kind) {
            case MEAN -> "The mean of all ratings that the model learned from";
            case USER_BIAS -> "How far " + own + " ratings lie above or below the mean";
            case ITEM_BIAS -> "How far this item is rated above or below the mean";
            case UNATTRIBUTED ->
                "What the model learned of " + own + " taste beyond what " + own + " ratings account for:\n"
                        + "the difference between the learned factors and those that the ratings alone give";
            case EXPLICIT ->
                ofUsers
                        ? "Because of how this user rated the item"
                        : "Because of how " + addressee.again() + " rated it";
            case IMPLICIT -> "Because " + addressee.again() + " rated it at all";
            case TASTE -> "The share of this rating in " + own + " learned taste";
        };
    }

    /** The heading of a part, over its neighbours. */
    public String heading(Part part) {
        return switch (part) {
            case START -> "Mean and biases";
            case EXPLICIT ->
                ofUsers ? "Because of how others rated it" : "Because of how " + addressee.again() + " rated";
            case IMPLICIT -> "Because " + addressee.again() + " rated at all";
            case TASTE -> "Learned taste, spread over " + addressee.own() + " ratings";
            case UNATTRIBUTED -> name(TermKind.UNATTRIBUTED);
        };
    }

    /** Who or what the neighbour is. */
    public String neighbour(Term term) {
        return term.hasItem()
                ? dataset.items().item(term.item()).title() + (term.item() == explanation.item() ? " itself" : "")
                : "User " + dataset.users().id(term.neighbourUser());
    }

    /** The same with the year, where there is one. */
    public String neighbourInFull(Term term) {
        return term.hasItem() ? dataset.items().item(term.item()).label() : neighbour(term);
    }

    /** The reason for which a neighbour counts, in two or three words. */
    public String reason(TermKind kind) {
        return switch (kind) {
            case EXPLICIT -> "how rated";
            case IMPLICIT -> "rated at all";
            case TASTE -> "taste";
            case MEAN, USER_BIAS, ITEM_BIAS, UNATTRIBUTED -> kind.id();
        };
    }

    /** Such as "31 others, together". */
    public static String others(int count) {
        return StarText.count(count) + " others, together";
    }

    /** The name of the step from a sum outside the scale to its end. */
    public static String cut() {
        return "Cut to the scale";
    }
}
