package io.github.factorscope.download;

import io.github.factorscope.storage.UserException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The data sets that GroupLens offers at grouplens.org/datasets/movielens. */
public final class MovieLens {
    /** Where they are, unless another address is configured. */
    public static final String ADDRESS = "https://files.grouplens.org/datasets/movielens/";

    private static final String PROPERTY = "factorscope.movielens";
    private static final String VARIABLE = "FACTORSCOPE_MOVIELENS";
    private static final String PREFIX = "ml-";

    private static final String CITE = " Publications cite Harper and Konstan 2015, doi.org/10.1145/2827872.";
    private static final String KEEP = "For research only: no commercial use, no passing on, without the permission of"
            + " GroupLens, whose endorsement must not be implied." + CITE;
    private static final String SHARE = "For research only: no commercial use without the permission of GroupLens,"
            + " passing on under the same terms only, no implied endorsement." + CITE;

    private static final List<MovieLensSet> ALL = List.of(
            new MovieLensSet(
                    "ml-100k", "100,000 ratings, 943 users, 1,682 films, 1998", 4_924_029, KEEP, "ml-100k-README.txt"),
            new MovieLensSet(
                    "ml-1m", "1,000,209 ratings, 6,040 users, 3,706 films, 2000", 5_917_549, KEEP, "ml-1m-README.txt"),
            new MovieLensSet(
                    "ml-10m",
                    "10,000,054 ratings, 69,878 users, 10,677 films, 2009",
                    65_566_137,
                    KEEP,
                    "ml-10m-README.html"),
            new MovieLensSet(
                    "ml-20m",
                    "20,000,263 ratings, 138,493 users, 26,744 films, 2015",
                    198_702_078,
                    KEEP,
                    "ml-20m-README.html"),
            new MovieLensSet(
                    "ml-25m",
                    "25,000,095 ratings, 162,541 users, 59,047 films, 2019",
                    261_978_986,
                    SHARE,
                    "ml-25m-README.html"),
            new MovieLensSet(
                    "ml-32m",
                    "32,000,204 ratings, 200,948 users, 84,432 films, 2023",
                    238_950_008,
                    SHARE,
                    "ml-32m-README.html"),
            new MovieLensSet(
                    "ml-latest-small",
                    "100,836 ratings, 610 users, 9,724 films; changes over time",
                    978_202,
                    SHARE,
                    "ml-latest-small-README.html"),
            new MovieLensSet(
                    "ml-latest",
                    "about 33 million ratings, 83,000 films; changes over time",
                    350_896_731,
                    SHARE,
                    "ml-latest-README.html"));

    private MovieLens() {}

    /** All of them; the small ones first within each kind. */
    public static List<MovieLensSet> all() {
        return ALL;
    }

    /**
     * A data set by its name, with or without "ml-", in any case.
     *
     * @throws UserException where there is none of this name, with the known ones
     */
    public static MovieLensSet find(String name) {
        String lower = name.strip().toLowerCase(Locale.ROOT);
        String full = lower.startsWith(PREFIX) ? lower : PREFIX + lower;
        return ALL.stream()
                .filter(set -> set.name().equals(full))
                .findFirst()
                .orElseThrow(() -> new UserException("There is no MovieLens data set \"" + name + "\". Choose one of "
                        + String.join(", ", ALL.stream().map(MovieLensSet::name).toList()) + "."));
    }

    /** The address that the system property or environment variable names. */
    public static Optional<String> configuredAddress() {
        return Optional.ofNullable(System.getProperty(PROPERTY, System.getenv(VARIABLE)))
                .filter(text -> !text.isBlank());
    }

    /**
     * The folder on a server that an address means.
     *
     * @throws UserException where it is none
     */
    public static URI base(String address) {
        String text = address.strip();
        try {
            URI uri = new URI(text.endsWith("/") ? text : text + "/");
            String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
            if (uri.getHost() != null
                    && uri.getUserInfo() == null
                    && uri.getQuery() == null
                    && uri.getFragment() == null
                    && List.of("https", "http").contains(scheme)) {
                return uri;
            }
        } catch (URISyntaxException e) {
            throw wrongAddress(address, e);
        }
        throw wrongAddress(address, null);
    }

    private static UserException wrongAddress(String address, URISyntaxException cause) {
        UserException wrong = new UserException("\"" + address.strip() + "\" is not the address of a folder with"
                + " MovieLens data. Give one such as " + ADDRESS + ".");
        wrong.initCause(cause);
        return wrong;
    }
}
