package io.github.factorscope.data.reading;

/**
 * Which field of a line is what, counted from 0; −1 where no column has this role.
 *
 * @param rating in a matrix the first of many: that of the first item
 * @param count number of fields in a line
 */
public record Columns(int user, int item, int rating, int time, int count) {
    public Columns {
        requireWithin("user", user, count);
        requireWithin("item", item, count);
        requireWithin("rating", rating, count);
        requireWithin("time", time, count);
    }

    private static void requireWithin(String role, int column, int count) {
        if (column < -1 || column >= Math.max(0, count)) {
            throw new IllegalArgumentException(
                    "the column of the " + role + " must lie in −1.." + (count - 1) + ", was " + column);
        }
    }

    /** User, item, rating, then perhaps a time: what files without a header use. */
    static Columns usual(int count, boolean withTime) {
        return new Columns(0, 1, 2, withTime ? 3 : -1, count);
    }

    public boolean hasTime() {
        return time >= 0;
    }

    /** What this column means. */
    public Role role(int column) {
        if (column == user) {
            return Role.USER;
        }
        if (column == item) {
            return Role.ITEM;
        }
        if (column == rating) {
            return Role.RATING;
        }
        return column == time ? Role.TIME : Role.IGNORED;
    }

    /** The same, with another meaning of this column; a column that had this role before is ignored from now on. */
    public Columns with(int column, Role role) {
        return new Columns(
                moved(user, Role.USER, column, role),
                moved(item, Role.ITEM, column, role),
                moved(rating, Role.RATING, column, role),
                moved(time, Role.TIME, column, role),
                count);
    }

    private static int moved(int before, Role own, int column, Role role) {
        if (role == own) {
            return column;
        }
        return before == column ? -1 : before;
    }

    /** The same roles for lines of another length; a role of a column that is no more is taken away. */
    public Columns withCount(int other) {
        return new Columns(kept(user, other), kept(item, other), kept(rating, other), kept(time, other), other);
    }

    private static int kept(int column, int count) {
        return column < count ? column : -1;
    }
}
