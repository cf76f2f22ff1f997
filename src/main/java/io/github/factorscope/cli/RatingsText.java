package io.github.factorscope.cli;

import io.github.factorscope.data.Dataset;
import io.github.factorscope.data.RatedItems;
import io.github.factorscope.data.RatingScale;
import io.github.factorscope.inspection.RatingChanges;
import io.github.factorscope.inspection.RatingChanges.Change;
import io.github.factorscope.model.InvalidSettingException;
import io.github.factorscope.storage.UserException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Ratings as they are written on the command line: {@code item=rating,...}, with nothing or - for one that is removed. */
final class RatingsText {
    private final String option;
    private final Map<String, Optional<Float>> ratings; // by item id; empty: removed

    private RatingsText(String option, Map<String, Optional<Float>> ratings) {
        this.option = option;
        this.ratings = ratings;
    }

    /**
     * Reads what does not depend on the data.
     *
     * @param option for messages
     * @throws InvalidSettingException with a sentence for the user
     */
    static RatingsText parse(String option, List<String> texts) {
        Map<String, Optional<Float>> ratings = new LinkedHashMap<>();
        for (String entry : entries(option, String.join(",", texts))) {
            int equals = entry.lastIndexOf('=');
            String item = entry.substring(0, equals).strip();
            if (ratings.put(
                            item,
                            stars(option, entry, entry.substring(equals + 1).strip()))
                    != null) {
                throw new InvalidSettingException(option + " names the item " + item + " twice.");
            }
        }
        return new RatingsText(option, ratings);
    }

    /** What has no = in it belongs to what follows: ids may contain commas. */
    private static List<String> entries(String option, String text) {
        List<String> entries = new ArrayList<>();
        String begun = "";
        for (String piece : text.split(",", -1)) {
            String entry = begun + piece;
            int equals = entry.lastIndexOf('=');
            if (equals == 0) {
                throw new InvalidSettingException(option + " has a rating without an item: " + entry.strip() + ".");
            }
            if (equals > 0) {
                entries.add(entry);
            }
            begun = equals < 0 ? entry + "," : "";
        }
        if (!begun.isBlank() && !begun.strip().equals(",")) {
            throw new InvalidSettingException(option + " takes item=rating, separated by commas; "
                    + begun.substring(0, begun.length() - 1).strip() + " is not.");
        }
        return entries;
    }

    private static Optional<Float> stars(String option, String entry, String text) {
        if (text.isEmpty() || text.equals("-")) {
            return Optional.empty();
        }
        try {
            float stars = Float.parseFloat(text);
            if (Float.isFinite(stars)) {
                return Optional.of(stars);
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new InvalidSettingException(option + " takes a number after the =, which " + entry.strip() + " has not.");
    }

    boolean isEmpty() {
        return ratings.isEmpty();
    }

    /**
     * The same with the indices of the data.
     *
     * @param before what the person has rated
     * @throws UserException where it cannot be done to these ratings of this data
     */
    RatingChanges resolve(Dataset dataset, RatedItems before) {
        RatingScale scale = dataset.scale();
        List<Change> changes = new ArrayList<>();
        ratings.forEach((id, stars) -> {
            int item = dataset.items().find(id);
            if (item < 0) {
                throw new UserException("There is no item " + id + " in " + dataset.name() + ", which " + option
                        + " names. Use an id of the rating file.");
            }
            if (stars.isEmpty() && !before.has(item)) {
                throw new UserException(
                        option + " removes a rating that is not there: the person has not rated item " + id + ".");
            }
            if (stars.isPresent() && !scale.contains(stars.get())) {
                throw new UserException(option + " gives " + number(stars.get()) + " to item " + id
                        + "; ratings of " + dataset.name() + " run from " + number(scale.min()) + " to "
                        + number(scale.max()) + ".");
            }
            changes.add(stars.map(value -> new Change(item, value)).orElseGet(() -> Change.removing(item)));
        });
        return new RatingChanges(changes);
    }

    /** Without needless decimals. */
    static String number(float stars) {
        return stars == Math.rint(stars) ? String.valueOf((long) stars) : String.valueOf(stars);
    }
}
