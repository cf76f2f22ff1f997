package io.github.factorscope.cli;

import io.github.factorscope.cli.ExplainedCase.Column;
import io.github.factorscope.data.Dataset;
import io.github.factorscope.data.RatedItems;
import io.github.factorscope.inspection.AlignedTerms;
import io.github.factorscope.inspection.AlignedTerms.Cell;
import io.github.factorscope.inspection.AlignedTerms.Row;
import io.github.factorscope.inspection.RatingChanges.Change;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** Explanations of one item by several models, or before and after a change, as one table for people. */
final class SideBySideOutput {
    private static final int SHOWN_NEIGHBOURS = 10;

    private SideBySideOutput() {}

    static void print(PrintWriter out, List<ExplainedCase> cases) {
        ExplainedCase first = cases.get(0);
        Dataset dataset = first.run().experiment().dataset();
        out.println(ExplanationOutput.name(dataset, first.person()) + ", "
                + dataset.items().item(first.item()).label());
        for (Change change : first.asked().changes().changes()) {
            out.println("What if "
                    + words(dataset, change, first.asked().before().person().ratings()));
        }
        out.println();
        if (cases.size() == 1) {
            printBeforeAndNow(out, dataset, first);
        } else {
            printRuns(out, dataset, cases);
        }
    }

    private static String words(Dataset dataset, Change change, RatedItems before) {
        String title = dataset.items().item(change.item()).label();
        if (change.isRemoval()) {
            return title + " had not been rated: it was given " + RatingsText.number(before.rating(change.item()))
                    + ".";
        }
        return title + " had been given " + RatingsText.number(change.stars())
                + (before.has(change.item())
                        ? " instead of " + RatingsText.number(before.rating(change.item())) + "."
                        : ": it is not rated.");
    }

    private static void printBeforeAndNow(PrintWriter out, Dataset dataset, ExplainedCase explained) {
        List<Column> columns = List.of(explained.before(), explained.now());
        AlignedTerms aligned = aligned(columns);
        TextTable table = new TextTable("lrrr");
        table.row("", "Before", "Now", "Change");
        for (Row row : aligned.rows()) {
            List<Cell> cells = row.cells();
            table.row(
                    name(dataset, row),
                    amount(cells.get(0)),
                    amount(cells.get(1)),
                    signed(cells.get(1).amount() - cells.get(0).amount()));
        }
        int before = total(aligned, 0);
        int now = total(aligned, 1);
        table.row("Prediction", stars(before), stars(now), signed((now - before) / 1000.0));
        table.row("Rank", rank(columns.get(0)), rank(columns.get(1)), rankChange(columns));
        table.print(out);
    }

    private static void printRuns(PrintWriter out, Dataset dataset, List<ExplainedCase> cases) {
        List<Column> columns = cases.stream().map(ExplainedCase::now).toList();
        AlignedTerms aligned = aligned(columns);
        TextTable table = new TextTable("l" + "r".repeat(cases.size()));
        addRow(table, "Run", cases, each -> each.folder().getFileName().toString());
        addRow(table, "Model", cases, each -> each.run().experiment().family().id());
        for (Row row : aligned.rows()) {
            addRow(table, name(dataset, row), row.cells(), SideBySideOutput::amount);
        }
        List<String> predictions = new ArrayList<>();
        for (int column = 0; column < cases.size(); column++) {
            predictions.add(stars(total(aligned, column)));
        }
        addRow(table, "Prediction", predictions, text -> text);
        addRow(table, "Rank", columns, SideBySideOutput::rank);
        if (cases.get(0).asked().isChanged()) {
            List<Column> before = cases.stream().map(ExplainedCase::before).toList();
            addRow(table, "Prediction before", before, each -> stars((int) Math.round(1000 * each.prediction())));
            addRow(table, "Rank before", before, SideBySideOutput::rank);
        }
        table.print(out);
    }

    private static AlignedTerms aligned(List<Column> columns) {
        return AlignedTerms.of(columns.stream().map(Column::explanation).toList(), SHOWN_NEIGHBOURS);
    }

    private static <T> void addRow(TextTable table, String name, List<T> columns, Function<T, String> text) {
        List<String> cells = new ArrayList<>(List.of(name));
        columns.stream().map(text).forEach(cells::add);
        table.row(cells.toArray(String[]::new));
    }

    private static String name(Dataset dataset, Row row) {
        return switch (row.cause()) {
            case MEAN -> "mean";
            case USER_BIAS -> "user-bias";
            case ITEM_BIAS -> "item-bias";
            case UNATTRIBUTED -> "unattributed";
            case OTHER_NEIGHBOURS -> "others together";
            case NEIGHBOUR ->
                row.item() >= 0
                        ? dataset.items().item(row.item()).label()
                        : "user " + dataset.users().id(row.neighbourUser());
        };
    }

    private static String amount(Cell cell) {
        return cell.isEmpty() ? "" : signed(cell.amount());
    }

    private static String signed(double stars) {
        return String.format(Locale.ROOT, "%+.3f", stars == 0 ? 0 : stars);
    }

    private static String stars(int thousandths) {
        return String.format(Locale.ROOT, "%.3f", thousandths / 1000.0);
    }

    private static int total(AlignedTerms aligned, int column) {
        return aligned.rows().get(aligned.rows().size() - 1).cells().get(column).to();
    }

    private static String rank(Column column) {
        return column.rankOrNull() == null
                ? "rated"
                : column.rankOrNull() + " of " + column.predictions().candidates();
    }

    private static String rankChange(List<Column> columns) {
        Integer before = columns.get(0).rankOrNull();
        Integer now = columns.get(1).rankOrNull();
        if (before == null || now == null) {
            return "";
        }
        return before.equals(now) ? "same" : Math.abs(before - now) + (now < before ? " up" : " down");
    }
}
