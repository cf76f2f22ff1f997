package io.github.factorscope.data.reading;

import io.github.factorscope.data.RatingScale;
import java.util.List;

/** Makes a rating of the fields of a line, or says why it is none. What was found is kept until the next line. */
final class RatingParser {
    private final Layout layout;
    private final Columns columns;
    private final boolean decimalComma;
    private final RatingScale scale; // null where it is learned from the ratings
    private final ReadingPolicy.Outside outsideScale;
    private final float noRating; // NaN where there is none

    private String block = "";
    private String user = "";
    private String item = "";
    private float value;
    private long time;
    private boolean outside;
    private Reason reason; // of the last problem

    RatingParser(Layout layout, ReadingPolicy policy) {
        this.layout = layout;
        this.columns = layout.columns();
        this.decimalComma = layout.dialect().decimalComma();
        this.scale = layout.knownScale().orElse(null);
        this.outsideScale = policy.outsideScale();
        this.noRating = layout.noRating().orElse(Float.NaN);
    }

    /** What a line is. */
    enum Kind {
        RATING,
        /** The item of the lines that follow. */
        BLOCK,
        /** It says that there is no rating. */
        NOT_RATED,
        PROBLEM
    }

    /** For lines that hold one rating. */
    Kind parse(List<String> fields) {
        outside = false;
        if (layout.arrangement() == Arrangement.BLOCKS && startsBlock(fields)) {
            return Kind.BLOCK;
        }
        if (fields.size() != columns.count()) {
            return problem("columns-expected", columns.count(), fields.size());
        }
        user = fields.get(columns.user()).strip();
        item = columns.item() < 0 ? block : fields.get(columns.item()).strip();
        if (user.isEmpty() || item.isEmpty()) {
            return problem(user.isEmpty() ? "user-missing" : "item-missing");
        }
        Kind kind = parseValue(fields.get(columns.rating()).strip());
        return kind == Kind.RATING && columns.hasTime()
                ? parseTime(fields.get(columns.time()).strip())
                : kind;
    }

    /** For one place of a matrix. */
    Kind parseCell(long row, int column, String field) {
        outside = false;
        user = String.valueOf(row);
        item = String.valueOf(column);
        time = 0;
        String written = field.strip();
        return written.isEmpty() ? Kind.NOT_RATED : parseValue(written);
    }

    private boolean startsBlock(List<String> fields) {
        String first = fields.get(0).strip();
        if (fields.size() > 1 || first.length() < 2 || !first.endsWith(":")) {
            return false;
        }
        block = first.substring(0, first.length() - 1).strip();
        return true;
    }

    private Kind parseValue(String written) {
        value = Decimals.parse(written, decimalComma);
        if (Float.isNaN(value)) {
            return problem("no-number", Problem.brief(written));
        }
        if (value == noRating) {
            return Kind.NOT_RATED;
        }
        outside = scale != null && !scale.contains(value);
        if (outside) {
            if (outsideScale == ReadingPolicy.Outside.LEAVE_OUT) {
                return problem("outside-scale", Problem.brief(written), scale.min(), scale.max());
            }
            if (outsideScale == ReadingPolicy.Outside.CLIP) {
                value = (float) scale.clip(value);
            }
        }
        return Kind.RATING;
    }

    private Kind parseTime(String written) {
        time = Times.parse(written, layout.timeFormat());
        if (time != Times.NONE) {
            return Kind.RATING;
        }
        return problem(
                switch (layout.timeFormat()) {
                    case SECONDS -> "no-seconds";
                    case MILLISECONDS -> "no-milliseconds";
                    case DATE -> "no-date";
                });
    }

    private Kind problem(String key, Object... values) {
        reason = Reason.of(key, values);
        return Kind.PROBLEM;
    }

    String user() {
        return user;
    }

    String item() {
        return item;
    }

    float value() {
        return value;
    }

    /** Seconds since 1970; 0 where the layout has no times. */
    long time() {
        return time;
    }

    /** Whether the rating lay outside the known scale. */
    boolean isOutside() {
        return outside;
    }

    Reason reason() {
        return reason;
    }
}
