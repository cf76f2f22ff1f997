package io.github.factorscope.inspection;

import io.github.factorscope.data.Dataset;
import io.github.factorscope.explanation.Evidence;
import io.github.factorscope.explanation.Explanation;
import io.github.factorscope.explanation.Term;
import io.github.factorscope.explanation.TermKind;
import io.github.factorscope.model.Person;
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
            clauses.add("Little speaks for it or against it");
            addNeighbours(clauses, sign);
        } else if (sign * ofNeighbours == most) {
            clauses.add(because(sign));
        } else if (sign * ofItem == most) {
            clauses.add(
                    sign > 0
                            ? "Mostly because it is well liked, rated " + distance(ofItem) + " above average"
                            : "Held down because it is not well liked, rated " + distance(ofItem) + " below average");
            itemIsSaid = true;
            addNeighbours(clauses, sign);
        } else {
            clauses.add((sign > 0 ? "Mostly because of" : "Held down by") + " what the model learned of " + own()
                    + " taste beyond any rating");
            addNeighbours(clauses, sign);
        }
        against(sign).ifPresent(clauses::add);
        clauses.add(biases(itemIsSaid));
        return String.join("; ", clauses) + ".";
    }

    /** "user 414's" and, once they were named, "their". */
    private String own() {
        String own = named ? addressee.own() : addressee.possessive();
        named = true;
        return own;
    }

    private String named(String name) {
        named = true;
        return name;
    }

    /** Neighbours as the first reason. */
    private String because(int sign) {
        List<Neighbour> strongest = strongest(sign);
        double theirs = strongest.stream().mapToDouble(Neighbour::amount).sum();
        boolean telling = !strongest.isEmpty() && theirs / ofNeighbours >= TELLING;
        String start = sign > 0 ? "Mostly because" : "Held down because";
        if (neighbours.get(0).isUser()) {
            String resemble = "whose ratings resemble " + addressee.possessed(); // "their" would be these users'
            if (telling) {
                return start + " " + users(strongest) + ", " + resemble + ", gave it " + starsOf(strongest);
            }
            String many = start + " of " + StarText.count(neighbours.size()) + " users " + resemble;
            return strongest.isEmpty()
                    ? many
                    : many + ", most of all " + users(strongest) + ", who gave it " + starsOf(strongest);
        }
        if (telling) {
            return start + " " + named(addressee.subject()) + " " + deeds(strongest);
        }
        String many = start + " of " + StarText.count(neighbours.size()) + " ratings together";
        return strongest.isEmpty() ? many : many + ", most of all " + titles(strongest);
    }

    /** Neighbours where something else is the first reason. */
    private void addNeighbours(List<String> clauses, int sign) {
        if (person.ratings().size() == 0) {
            clauses.add("nothing is known of " + own() + " taste yet");
            return;
        }
        if (neighbours.isEmpty()) {
            return;
        }
        List<Neighbour> strongest = strongest(sign);
        String direction = sign > 0 ? "for" : "against";
        boolean users = neighbours.get(0).isUser();
        double theirs = sign * strongest.stream().mapToDouble(Neighbour::amount).sum();
        if (!strongest.isEmpty() && theirs < NOTABLE) {
            clauses.add((users ? "no similar user" : "none of " + own() + " ratings") + " alone counts for much");
        } else if (strongest.isEmpty()) {
            clauses.add((users ? "no similar user" : "none of " + own() + " ratings") + " speaks " + direction + " it");
        } else if (users) {
            clauses.add("of similar users, " + names(strongest) + ", who gave it " + starsOf(strongest)
                    + (strongest.size() == 1 ? ", speaks" : ", speak") + " most " + direction + " it");
        } else {
            clauses.add("of " + own() + " ratings, " + titles(strongest)
                    + (strongest.size() == 1 ? " speaks" : " speak") + " most " + direction + " it");
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
        boolean users = others.get(0).isUser();
        String who = users ? users(others) + ", who gave it " + starsOf(others) + "," : titles(others);
        return Optional.of(
                who + (others.size() == 1 ? " speaks " : " speak ") + (sign > 0 ? "against" : "for") + " it");
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
                .map(neighbour -> title(neighbour) + " " + neighbour.stars())
                .toList();
        List<String> atAll = named.stream()
                .filter(neighbour -> !neighbour.countsForStars())
                .map(this::title)
                .toList();
        List<String> deeds = new ArrayList<>();
        if (!given.isEmpty()) {
            deeds.add("gave " + String.join(" and ", given));
        }
        if (!atAll.isEmpty()) {
            deeds.add("rated " + String.join(" and ", atAll) + " at all");
        }
        return String.join(" and ", deeds);
    }

    /** "Aliens (5★) and The Thing (rated at all)". */
    private String titles(List<Neighbour> named) {
        return String.join(
                " and ",
                named.stream()
                        .map(neighbour -> title(neighbour)
                                + (neighbour.countsForStars() ? " (" + neighbour.stars() + ")" : " (rated at all)"))
                        .toList());
    }

    private String title(Neighbour neighbour) {
        return dataset.items().item(neighbour.strongest().item()).title();
    }

    /** "users 12 and 40". */
    private String users(List<Neighbour> named) {
        return (named.size() == 1 ? "user " : "users ") + names(named);
    }

    private String names(List<Neighbour> named) {
        return String.join(
                " and ",
                named.stream()
                        .map(neighbour ->
                                dataset.users().id(neighbour.strongest().neighbourUser()))
                        .toList());
    }

    /** "5★" where all gave the same, else "5★ and 4★". */
    private static String starsOf(List<Neighbour> named) {
        return String.join(
                " and ", named.stream().map(Neighbour::stars).distinct().toList());
    }

    private String biases(boolean itemIsSaid) {
        String ofThem = own() + " ratings run "
                + (Math.abs(ofUser) < SAID
                        ? "about average"
                        : distance(ofUser) + (ofUser > 0 ? " above average" : " below average"));
        if (itemIsSaid || Math.abs(ofItem) < SAID) {
            return ofThem;
        }
        return "it is rated " + distance(ofItem) + (ofItem > 0 ? " above" : " below") + " average, and " + ofThem;
    }

    private static String distance(double stars) {
        return StarText.decimals(Math.abs(stars), 1);
    }
}
