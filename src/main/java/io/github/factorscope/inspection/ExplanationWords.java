package io.github.factorscope.inspection;

import io.github.factorscope.data.Dataset;
import io.github.factorscope.explanation.Explanation;
import io.github.factorscope.explanation.Term;
import io.github.factorscope.explanation.TermKind;
import io.github.factorscope.explanation.Waterfall.Part;
import io.github.factorscope.model.Person;
import io.github.factorscope.text.Texts;

/** What the parts of an explanation are called. Immutable. */
public final class ExplanationWords {
    private static final Texts TEXTS = Texts.of(ExplanationWords.class);

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
            case MEAN -> TEXTS.get("mean");
            case USER_BIAS -> TEXTS.get(person.isNewcomer() ? "your-bias" : "user-bias");
            case ITEM_BIAS -> TEXTS.get("item-bias");
            case UNATTRIBUTED -> TEXTS.get("unattributed");
            case EXPLICIT, IMPLICIT, TASTE -> kind.id();
        };
    }

    /** What a term means. */
    public String help(TermKind kind) {
        return switch (kind) {
            case MEAN -> TEXTS.get("mean-help");
            case USER_BIAS -> TEXTS.get("user-bias-help", addressee.own());
            case ITEM_BIAS -> TEXTS.get("item-bias-help");
            case UNATTRIBUTED -> TEXTS.get("unattributed-help", addressee.own());
            case EXPLICIT ->
                TEXTS.get(
                        ofUsers
                                ? "because-this-user-rated"
                                : addressee.isYou() ? "because-you-rated-it" : "because-they-rated-it");
            case IMPLICIT ->
                TEXTS.get(addressee.isYou() ? "because-you-rated-it-at-all" : "because-they-rated-it-at-all");
            case TASTE -> TEXTS.get("share-of-taste", addressee.own());
        };
    }

    /** The heading of a part, over its neighbours. */
    public String heading(Part part) {
        return switch (part) {
            case START -> TEXTS.get("mean-and-biases");
            case EXPLICIT ->
                TEXTS.get(
                        ofUsers
                                ? "because-others-rated"
                                : addressee.isYou() ? "because-you-rated" : "because-they-rated");
            case IMPLICIT -> TEXTS.get(addressee.isYou() ? "because-you-rated-at-all" : "because-they-rated-at-all");
            case TASTE -> TEXTS.get("learned-taste", addressee.own());
            case UNATTRIBUTED -> name(TermKind.UNATTRIBUTED);
        };
    }

    /** Who or what the neighbour is. */
    public String neighbour(Term term) {
        if (!term.hasItem()) {
            return TEXTS.get("person-user", dataset.users().id(term.neighbourUser()));
        }
        String title = dataset.items().item(term.item()).title();
        return term.item() == explanation.item() ? TEXTS.get("itself", title) : title;
    }

    /** The same with the year, where there is one. */
    public String neighbourInFull(Term term) {
        return term.hasItem() ? dataset.items().item(term.item()).label() : neighbour(term);
    }

    /** The reason for which a neighbour counts, in two or three words. */
    public String reason(TermKind kind) {
        return switch (kind) {
            case EXPLICIT -> TEXTS.get("how-rated");
            case IMPLICIT -> TEXTS.get("reason-at-all");
            case TASTE -> TEXTS.get("taste");
            case MEAN, USER_BIAS, ITEM_BIAS, UNATTRIBUTED -> kind.id();
        };
    }

    /** Such as "31 others, together". */
    public static String others(int count) {
        return TEXTS.get("others", StarText.count(count));
    }

    /** The name of the step from a sum outside the scale to its end. */
    public static String cut() {
        return TEXTS.get("cut");
    }
}
