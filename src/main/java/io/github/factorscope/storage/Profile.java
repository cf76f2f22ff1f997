package io.github.factorscope.storage;

import io.github.factorscope.data.NamedRating;
import io.github.factorscope.text.Texts;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The ratings of somebody, kept under a name.
 *
 * @param data name of the data set that they were given in
 * @param user id of the user of that data set whose ratings they are, changed or not; empty for somebody new
 */
public record Profile(String name, String data, String user, List<NamedRating> ratings) {
    private static final Texts TEXTS = Texts.of(Profile.class);

    /** How many ratings a profile can have. */
    public static final int MOST_RATINGS = 100_000;

    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} .,'’_()-]{0,59}");

    public Profile {
        if (name == null || !NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("no name of a profile: " + name);
        }
        if (data == null || user == null || ratings == null) {
            throw new IllegalArgumentException("a profile has data, user and ratings");
        }
        if (ratings.size() > MOST_RATINGS) {
            throw new IllegalArgumentException("a profile has at most " + MOST_RATINGS + " ratings");
        }
        ratings = List.copyOf(ratings);
    }

    /**
     * Refuses a name that cannot be taken.
     *
     * @throws UserException with a sentence for the user
     */
    public static void requireName(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new UserException(TEXTS.get("profile-name", name));
        }
    }

    public boolean isOfUser() {
        return !user.isEmpty();
    }

    /** The same under another name. */
    public Profile renamed(String other) {
        return new Profile(other, data, user, ratings);
    }

    /** Whether it goes by this name, in capital letters or not. */
    public boolean isCalled(String other) {
        return name.toLowerCase(Locale.ROOT).equals(other.toLowerCase(Locale.ROOT));
    }
}
