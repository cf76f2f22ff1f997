package io.github.factorscope.data.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Finds out which column is what: by the names of a header, where they do not suffice by what stands in the columns. */
final class ColumnRoles {
    private static final int MOST_WITHOUT_HEADER = 4;

    private final List<List<String>> body;
    private final int count;
    private final List<ColumnStatistics> statistics;

    ColumnRoles(List<List<String>> body, int count) {
        this.body = body;
        this.count = count;
        this.statistics = IntStream.range(0, count)
                .mapToObj(column -> ColumnStatistics.of(body, column))
                .toList();
    }

    ColumnStatistics statistics(int column) {
        return statistics.get(column);
    }

    /** Whether a header names users or items: then it decides, and a file without ratings is none. */
    static boolean namesSomething(List<String> names) {
        return !ColumnNames.columns(names, Role.USER).isEmpty()
                || !ColumnNames.columns(names, Role.ITEM).isEmpty();
    }

    /** The roles that names give, at most one of user, item and rating found by content. */
    Optional<Columns> named(List<String> names) {
        Columns columns = new Columns(-1, -1, -1, -1, count);
        columns = withFirst(columns, Role.USER, ColumnNames.columns(names, Role.USER));
        columns = withFirst(columns, Role.ITEM, ColumnNames.columns(names, Role.ITEM));
        columns = withFirst(
                columns,
                Role.RATING,
                ColumnNames.columns(names, Role.RATING).stream()
                        .filter(column -> statistics.get(column).mayBeRatings())
                        .toList());
        columns = withFirst(
                columns,
                Role.TIME,
                ColumnNames.columns(names, Role.TIME).stream()
                        .filter(column -> statistics.get(column).time().isPresent())
                        .toList());
        return completed(columns, names);
    }

    private static Columns withFirst(Columns columns, Role role, List<Integer> candidates) {
        for (int column : candidates) {
            if (columns.role(column) == Role.IGNORED) {
                return columns.with(column, role);
            }
        }
        return columns;
    }

    private Optional<Columns> completed(Columns columns, List<String> names) {
        List<Integer> free = IntStream.range(0, count)
                .filter(column -> columns.role(column) == Role.IGNORED)
                .filter(column -> !ColumnNames.isDescription(names.get(column)))
                .boxed()
                .toList();
        boolean user = columns.user() >= 0;
        boolean item = columns.item() >= 0;
        boolean rating = columns.rating() >= 0;
        if (user && item && rating) {
            return Optional.of(columns);
        }
        if (user && item) {
            return free.stream()
                    .filter(column -> !ColumnNames.isId(names.get(column)))
                    .filter(column -> isSurelyRatings(statistics.get(column)))
                    .findFirst()
                    .map(column -> columns.with(column, Role.RATING));
        }
        if (rating && (user || item) && free.size() == 1) {
            return Optional.of(columns.with(free.get(0), user ? Role.ITEM : Role.USER));
        }
        return Optional.empty();
    }

    private static boolean isSurelyRatings(ColumnStatistics column) {
        return column.isNearlyAllNumbers() && column.mayBeRatings() && Math.abs(column.max()) <= 100;
    }

    /** The roles that the content shows: user, item and rating in this order unless it shows another. */
    Optional<Columns> byContent() {
        if (count < 3) {
            return Optional.empty();
        }
        boolean few = count <= MOST_WITHOUT_HEADER;
        boolean usualTime = few && count > 3 && statistics.get(3).time().isPresent();
        if (few && statistics.get(2).looksLikeRatings()) {
            return Optional.of(turned(Columns.usual(count, usualTime)));
        }
        int time = surelyTime();
        int rating = IntStream.range(0, count)
                .filter(column -> column != time && statistics.get(column).looksLikeRatings())
                .findFirst()
                .orElse(-1);
        if (rating >= 0 && (few || time >= 0)) {
            return inOrder(rating, time).map(this::turned);
        }
        return few && statistics.get(2).mayBeRatings()
                ? Optional.of(turned(Columns.usual(count, usualTime)))
                : Optional.empty();
    }

    /** Under names of which one alone means something, in another language say: only what can hardly be anything else. */
    Optional<Columns> byContentUnder(List<String> names) {
        boolean both = !ColumnNames.columns(names, Role.USER).isEmpty()
                && !ColumnNames.columns(names, Role.ITEM).isEmpty();
        return both
                ? Optional.empty()
                : byContent()
                        .filter(columns -> statistics.get(columns.rating()).looksLikeRatings()
                                && !ColumnNames.isId(names.get(columns.rating())));
    }

    private int surelyTime() {
        if (count < 4) {
            return -1; // users, items and ratings come first
        }
        return IntStream.range(0, count)
                .filter(column -> statistics.get(column).sureTime())
                .max()
                .orElse(-1);
    }

    /** The first two other columns that tell lines apart are user and item. */
    private Optional<Columns> inOrder(int rating, int time) {
        List<Integer> ids = new ArrayList<>();
        for (int column = 0; column < count; column++) {
            if (column != rating
                    && column != time
                    && (count == 3 || statistics.get(column).distinct() > 1)) {
                ids.add(column);
            }
        }
        return ids.size() < 2
                ? Optional.empty()
                : Optional.of(new Columns(ids.get(0), ids.get(1), rating, time, count));
    }

    /** Amazon's later files begin with the product: its reviewers are known by their long ids that begin with A. */
    private Columns turned(Columns columns) {
        return isMostly(columns.item(), "A[0-9A-Z]{11,20}") && isMostly(columns.user(), "[0-9A-Z]{10}")
                ? columns.with(columns.item(), Role.USER).with(columns.user(), Role.ITEM)
                : columns;
    }

    boolean isMostly(int column, String pattern) {
        long matches = body.stream()
                .filter(fields ->
                        column < fields.size() && fields.get(column).strip().matches(pattern))
                .count();
        return matches > 0.9 * body.size();
    }
}
