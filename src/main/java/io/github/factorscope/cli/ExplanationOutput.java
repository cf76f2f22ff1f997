package io.github.factorscope.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.factorscope.data.Dataset;
import io.github.factorscope.data.Item;
import io.github.factorscope.explanation.Explanation;
import io.github.factorscope.explanation.Term;
import io.github.factorscope.inspection.ExplanationWords;
import io.github.factorscope.model.Person;
import java.io.PrintWriter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** An explanation for machines and for people. */
final class ExplanationOutput {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int SHOWN_NEIGHBOURS = 10;

    private ExplanationOutput() {}

    static ObjectNode describe(Dataset dataset, Explanation explanation, Person person) {
        Item item = dataset.items().item(explanation.item());
        ObjectNode node = JSON.createObjectNode()
                .put("user", person.isNewcomer() ? null : dataset.users().id(explanation.user()))
                .put("item", item.id())
                .put("title", item.label())
                .put("prediction", explanation.prediction())
                .put("summary", new ExplanationWords(dataset, explanation, person).summary());
        ArrayNode terms = node.putArray("terms");
        for (Term term : explanation.terms()) {
            ObjectNode termNode =
                    terms.addObject().put("kind", term.kind().id()).put("amount", term.amount());
            term.evidence().ifPresent(evidence -> {
                if (term.hasItem()) {
                    Item neighbour = dataset.items().item(term.item());
                    termNode.put("item", neighbour.id()).put("title", neighbour.label());
                } else {
                    termNode.put("user", dataset.users().id(term.neighbourUser()));
                }
                termNode.put("rating", evidence.rating())
                        .put("similarity", evidence.similarity())
                        .put("support", evidence.support());
                putFinite(termNode, "deviation", evidence.deviation());
                putFinite(termNode, "weight", evidence.weight());
                putFinite(termNode, "unshrunk", evidence.unshrunk());
            });
        }
        return node;
    }

    /** What there is not, such as the deviation of an implicit term, is left out: JSON has no word for it. */
    private static void putFinite(ObjectNode node, String name, double value) {
        if (Double.isFinite(value)) {
            node.put(name, value);
        }
    }

    /** How a line begins. */
    static String name(Dataset dataset, Person person) {
        return person.isNewcomer() ? "Somebody new" : "User " + dataset.users().id(person.user());
    }

    static void print(PrintWriter out, Dataset dataset, Explanation explanation, Person person) {
        out.printf(
                Locale.ROOT,
                "%s, %s: %.4f%n%s%n%n",
                name(dataset, person),
                dataset.items().item(explanation.item()).label(),
                explanation.prediction(),
                new ExplanationWords(dataset, explanation, person).summary());
        TextTable table = new TextTable("rllrrr");
        table.row("Amount", "Kind", "Because of", "Rating", "Similarity", "Support");
        List<Term> neighbours = explanation.terms().stream()
                .filter(Term::hasNeighbour)
                .sorted(Comparator.comparingDouble((Term term) -> -Math.abs(term.amount())))
                .toList();
        RoundedSum sum = new RoundedSum();
        explanation.terms().stream()
                .filter(term -> !term.hasNeighbour())
                .forEach(term -> table.row(sum.add(term.amount()), term.kind().id(), "", "", "", ""));
        neighbours.stream().limit(SHOWN_NEIGHBOURS).forEach(term -> addNeighbour(table, sum, dataset, term));
        if (neighbours.size() > SHOWN_NEIGHBOURS) {
            double rest = neighbours.stream()
                    .skip(SHOWN_NEIGHBOURS)
                    .mapToDouble(Term::amount)
                    .sum();
            table.row(sum.add(rest), "", (neighbours.size() - SHOWN_NEIGHBOURS) + " others together", "", "", "");
        }
        table.row(sum.total(), "sum", "", "", "", "");
        table.print(out);
    }

    private static void addNeighbour(TextTable table, RoundedSum sum, Dataset dataset, Term term) {
        term.evidence()
                .ifPresent(evidence -> table.row(
                        sum.add(term.amount()),
                        term.kind().id(),
                        term.hasItem()
                                ? dataset.items().item(term.item()).label()
                                : "user " + dataset.users().id(term.neighbourUser()),
                        String.valueOf(evidence.rating()),
                        String.format(Locale.ROOT, "%.3f", evidence.similarity()),
                        String.valueOf(evidence.support())));
    }

    /** The sums are rounded, not the summands: so what is shown adds up to the last digit. */
    private static final class RoundedSum {
        private static final double UNITS = 1e4; // in a star

        private double sum;
        private long shown; // rounded, in units

        String add(double amount) {
            sum += amount;
            long before = shown;
            shown = Math.round(UNITS * sum);
            return text(shown - before);
        }

        String total() {
            return text(shown);
        }

        private static String text(long units) {
            return String.format(Locale.ROOT, "%+.4f", units / UNITS);
        }
    }
}
