package io.github.factorscope.report;

import io.github.factorscope.training.StopReason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** The table of runs as CSV: every column, numbers with all their digits, in English whatever the window speaks. */
public final class RunTableCsv {
    private RunTableCsv() {}

    public static String of(List<RunRow> rows) {
        StringBuilder text = new StringBuilder();
        try (CSVPrinter printer = new CSVPrinter(text, CSVFormat.RFC4180)) {
            List<String> heads = new ArrayList<>();
            for (RunColumn column : RunColumn.ALL) {
                heads.add(column.id());
            }
            printer.printRecord(heads);
            for (RunRow row : rows) {
                List<Object> cells = new ArrayList<>();
                for (RunColumn column : RunColumn.ALL) {
                    cells.add(cell(column, row));
                }
                printer.printRecord(cells);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e); // a string builder takes everything
        }
        return text.toString();
    }

    private static Object cell(RunColumn column, RunRow row) {
        if (!column.isNumber()) {
            return switch (column.id()) {
                case "differences" -> row.differences().inFiles();
                case "ended" -> ended(row.run().outcome().stopReason());
                default -> column.text(row);
            };
        }
        double number = column.number().applyAsDouble(row);
        return Double.isFinite(number) ? number : "";
    }

    private static String ended(StopReason reason) {
        return switch (reason) {
            case EPOCHS_DONE -> "all epochs done";
            case CONVERGED -> "stopped early";
            case STOPPED_BY_USER -> "stopped";
            case DIVERGED -> "diverged";
            case OUT_OF_MEMORY -> "out of memory";
        };
    }
}
