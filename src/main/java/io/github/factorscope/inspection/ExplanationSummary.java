package io.github.factorscope.inspection;

import io.github.factorscope.data.Dataset;
import io.github.factorscope.explanation.Evidence;
import io.github.factorscope.explanation.Explanation;
import io.github.factorscope.explanation.Term;
import io.github.factorscope.explanation.TermKind;
import io.github.factorscope.model.Person;
import io.github.factorscope.text.Texts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An explanation in a sentence: what moves the prediction most against what this person gives on average (the item's own
 * standing, neighbours, or what no rating accounts for), then which ratings do, then the biases.
 */
final class ExplanationSummary {
    private static final Texts TEXTS = Texts.of(ExplanationSummary.class);
    private static final double SMALL = 0.0005; // shown as 0.000
    private static final double SAID = 0.05; // below, one decimal would say 0.0
    private static final double NOTABLE = 0.02; // below, naming neighbours would make too much of them
    private static final double TELLING = 0.25; // the share of all neighbours from which two of them are the reason
    private static final int NAMED = 2;

    /** A neighbour with all that it contributes. */
    private record Neighbour(Term strongest, double amount) {
        boolean isUser() {
            return !strongest.hasItem();
        }

        boolean countsForStars() {
            return strongest.kind() != TermKind.IMPLICIT;
        }

        String stars() {
            return StarText.stars(strongest.evidence().map(Evidence::rating).orElse(Float.NaN)) + "★";
        }
    }

    private final Dataset dataset;
    private final Person person;
    private final Addressee addressee;
    private final double ofItem;
    private final double ofUser;
    private final double unattributed;
    private final List<Neighbour> neighbours; // by falling amount
    private final double ofNeighbours;
    private boolean named; // whether the text has said whom it speaks of

    ExplanationSummary(Dataset dataset, Explanation explanation, Person person) {
        this.dataset = dataset;
        this.person = person;
        addressee = Addressee.of(person, dataset);
        ofItem = amount(explanation, TermKind.ITEM_BIAS);
        ofUser = amount(explanation, TermKind.USER_BIAS);
        unattributed = amount(explanation, TermKind.UNATTRIBUTED);
        neighbours = neighbours(explanation);
        ofNeighbours = neighbours.stream().mapToDouble(Neighbour::amount).sum();
    }

    private static double amount(Explanation explanation, TermKind kind) {
        return explanation.terms().stream()
                .filter(term -> term.kind() == kind)
                .mapToDouble(Term::amount)
                .sum();
    }

    private static List<Neighbour> neighbours(Explanation explanation) {
        Map<Integer, Neighbour> merged = new HashMap<>();
        for (Term term : explanation.terms()) {
            if (term.hasNeighbour()) {
                int key = term.hasItem() ? term.item() : -1 - term.neighbourUser();
                merged.merge(key, new Neighbour(term, term.amount()), ExplanationSummary::both);
            }
        }
        return merged.entrySet().stream()
                .sorted(Comparator.comparingDouble((Map.Entry<Integer, Neighbour> entry) ->
                                -entry.getValue().amount())
                        .thenComparing(entry -> Math.abs(entry.getKey())))
                .map(Map.Entry::getValue)
                .toList();
    }

    private static Neighbour both(Neighbour a, Neighbour b) {
        double sum = a.amount() + b.amount();
        boolean first =
                a.strongest().amount() * Math.signum(sum) >= b.strongest().amount() * Math.signum(sum);
        return new Neighbour(first ? a.strongest() : b.strongest(), sum);
    }

    String text() {
        int sign = ofItem + ofNeighbours + unattributed >= 0 ? 1 : -1;
        double most = Math.max(sign * ofItem, Math.max(sign * ofNeighbours, sign * unattributed));
        List<String> clauses = new ArrayList<>();
        boolean itemIsSaid = false;
        if (most < SAID) {
            clauses.add(TEXTS.get("little"));
            addNeighbours(clauses, sign);
        } else if (sign * ofNeighbours == most) {
            clauses.add(because(sign));
        } else if (sign * ofItem == most) {
            clauses.add(TEXTS.get(sign > 0 ? "liked" : "disliked", distance(ofItem)));
            itemIsSaid = true;
            addNeighbours(clauses, sign);
        } else {
            clauses.add(TEXTS.get(sign > 0 ? "taste-for" : "taste-against", own()));
            addNeighbours(clauses, sign);
        }
        against(sign).ifPresent(clauses::add);
        clauses.add(biases(itemIsSaid));
        return TEXTS.get("summary", joined("clauses", clauses));
    }

    /** "user 414's" and, once they were named, "their". */
    private String own() {
        String own = named ? addressee.own() : addressee.possessive();
        named = true;
        return own;
    }

    /** Neighbours as the first reason. */
    private String because(int sign) {
        List<Neighbour> strongest = strongest(sign);
        double theirs = strongest.stream().mapToDouble(Neighbour::amount).sum();
        boolean telling = !strongest.isEmpty() && theirs / ofNeighbours >= TELLING;
        String count = StarText.count(neighbours.size());
        if (neighbours.get(0).isUser()) {
            String own = addressee.possessed(); // "their" would be these users'
            if (telling) {
                return TEXTS.get(sign > 0 ? "users-for" : "users-against", users(strongest), own, starsOf(strongest));
            }
            String all = TEXTS.get(sign > 0 ? "all-users-for" : "all-users-against", count, own);
            return strongest.isEmpty()
                    ? all
                    : TEXTS.get("most-of-all-users", all, users(strongest), starsOf(strongest));
        }
        if (telling) {
            return becauseOf(strongest, sign);
        }
        String all = TEXTS.get(sign > 0 ? "all-ratings-for" : "all-ratings-against", count);
        return strongest.isEmpty() ? all : TEXTS.get("most-of-all-ratings", all, titles(strongest));
    }

    private String becauseOf(List<Neighbour> strongest, int sign) {
        named = true;
        return addressee.isYou()
                ? TEXTS.get(sign > 0 ? "deeds-for-you" : "deeds-against-you", deeds(strongest))
                : TEXTS.get(sign > 0 ? "deeds-for-user" : "deeds-against-user", addressee.id(), deeds(strongest));
    }

    /** Neighbours where something else is the first reason. */
    private void addNeighbours(List<String> clauses, int sign) {
        if (person.ratings().size() == 0) {
            clauses.add(TEXTS.get("nothing-known", own()));
            return;
        }
        if (neighbours.isEmpty()) {
            return;
        }
        List<Neighbour> strongest = strongest(sign);
        boolean users = neighbours.get(0).isUser();
        double theirs = sign * strongest.stream().mapToDouble(Neighbour::amount).sum();
        if (!strongest.isEmpty() && theirs < NOTABLE) {
            clauses.add(users ? TEXTS.get("no-user-counts") : TEXTS.get("no-rating-counts", own()));
        } else if (strongest.isEmpty() && users) {
            clauses.add(TEXTS.get(sign > 0 ? "no-user-speaks-for" : "no-user-speaks-against"));
        } else if (strongest.isEmpty()) {
            clauses.add(TEXTS.get(sign > 0 ? "no-rating-speaks-for" : "no-rating-speaks-against", own()));
        } else if (users) {
            clauses.add(TEXTS.get(
                    sign > 0 ? "users-speak-for" : "users-speak-against",
                    strongest.size(),
                    names(strongest),
                    starsOf(strongest)));
        } else {
            clauses.add(TEXTS.get(
                    sign > 0 ? "ratings-speak-for" : "ratings-speak-against",
                    strongest.size(),
                    own(),
                    titles(strongest)));
        }
    }

    /** What speaks the other way, at least as loud as the loudest of those that are named. */
    private Optional<String> against(int sign) {
        double loudest = Math.max(
                NOTABLE,
                neighbours.stream()
                        .mapToDouble(neighbour -> sign * neighbour.amount())
                        .max()
                        .orElse(0));
        List<Neighbour> others = strongest(-sign).stream()
                .filter(neighbour -> -sign * neighbour.amount() >= loudest)
                .toList();
        if (others.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                others.get(0).isUser()
                        ? TEXTS.get(
                                sign > 0 ? "users-too-against" : "users-too-for",
                                others.size(),
                                users(others),
                                starsOf(others))
                        : TEXTS.get(
                                sign > 0 ? "ratings-too-against" : "ratings-too-for", others.size(), titles(others)));
    }

    private List<Neighbour> strongest(int sign) {
        return neighbours.stream()
                .filter(neighbour -> sign * neighbour.amount() > SMALL)
                .sorted(Comparator.comparingDouble((Neighbour neighbour) -> -sign * neighbour.amount()))
                .limit(NAMED)
                .toList();
    }

    /** "gave Aliens 5★ and The Thing 4.5★", "gave Aliens 5★ and rated The Thing at all". */
    private String deeds(List<Neighbour> named) {
        List<String> given = named.stream()
                .filter(Neighbour::countsForStars)
                .map(neighbour -> TEXTS.get("title-stars", title(neighbour), neighbour.stars()))
                .toList();
        List<String> atAll = named.stream()
                .filter(neighbour -> !neighbour.countsForStars())
                .map(this::title)
                .toList();
        List<String> deeds = new ArrayList<>();
        if (!given.isEmpty()) {
            deeds.add(TEXTS.get("gave", joined("and", given)));
        }
        if (!atAll.isEmpty()) {
            deeds.add(TEXTS.get("rated-at-all", joined("and", atAll)));
        }
        return joined("and", deeds);
    }

    /** "Aliens (5★) and The Thing (rated at all)". */
    private String titles(List<Neighbour> named) {
        return joined(
                "and",
                named.stream()
                        .map(neighbour -> neighbour.countsForStars()
                                ? TEXTS.get("with-stars", title(neighbour), neighbour.stars())
                                : TEXTS.get("with-rated-at-all", title(neighbour)))
                        .toList());
    }

    private String title(Neighbour neighbour) {
        return dataset.items().item(neighbour.strongest().item()).title();
    }

    /** "users 12 and 40". */
    private String users(List<Neighbour> named) {
        return TEXTS.get("users", named.size(), names(named));
    }

    private String names(List<Neighbour> named) {
        return joined(
                "and",
                named.stream()
                        .map(neighbour ->
                                dataset.users().id(neighbour.strongest().neighbourUser()))
                        .toList());
    }

    /** "5★" where all gave the same, else "5★ and 4★". */
    private static String starsOf(List<Neighbour> named) {
        return joined("and", named.stream().map(Neighbour::stars).distinct().toList());
    }

    /** @param joint the key of what holds two of them together */
    private static String joined(String joint, List<String> parts) {
        return parts.stream().reduce((one, next) -> TEXTS.get(joint, one, next)).orElse("");
    }

    private String biases(boolean itemIsSaid) {
        String ofThem = Math.abs(ofUser) < SAID
                ? TEXTS.get("run-average", own())
                : TEXTS.get(ofUser > 0 ? "run-above" : "run-below", own(), distance(ofUser));
        if (itemIsSaid || Math.abs(ofItem) < SAID) {
            return ofThem;
        }
        return TEXTS.get(ofItem > 0 ? "item-above" : "item-below", distance(ofItem), ofThem);
    }

    private static String distance(double stars) {
        return StarText.decimals(Math.abs(stars), 1);
    }
}
