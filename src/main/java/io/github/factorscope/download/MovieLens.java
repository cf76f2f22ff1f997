package io.github.factorscope.download;

import io.github.factorscope.storage.UserException;
import io.github.factorscope.text.Texts;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The data sets that GroupLens offers at grouplens.org/datasets/movielens. */
public final class MovieLens {
    private static final Texts TEXTS = Texts.of(MovieLens.class);

    /** Where they are, unless another address is configured. */
    public static final String ADDRESS = "https://files.grouplens.org/datasets/movielens/";

    private static final String PROPERTY = "factorscope.movielens";
    private static final String VARIABLE = "FACTORSCOPE_MOVIELENS";
    private static final String PREFIX = "ml-";

    private static final String KEEP = "terms-keep";
    private static final String SHARE = "terms-share";

    private static final List<MovieLensSet> ALL = List.of(
            new MovieLensSet("ml-100k", 4_924_029, KEEP, "ml-100k-README.txt"),
            new MovieLensSet("ml-1m", 5_917_549, KEEP, "ml-1m-README.txt"),
            new MovieLensSet("ml-10m", 65_566_137, KEEP, "ml-10m-README.html"),
            new MovieLensSet("ml-20m", 198_702_078, KEEP, "ml-20m-README.html"),
            new MovieLensSet("ml-25m", 261_978_986, SHARE, "ml-25m-README.html"),
            new MovieLensSet("ml-32m", 238_950_008, SHARE, "ml-32m-README.html"),
            new MovieLensSet("ml-latest-small", 978_202, SHARE, "ml-latest-small-README.html"),
            new MovieLensSet("ml-latest", 350_896_731, SHARE, "ml-latest-README.html"));

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
                .orElseThrow(() -> new UserException(TEXTS.get(
                        "no-such-set",
                        name,
                        String.join(", ", ALL.stream().map(MovieLensSet::name).toList()))));
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
        UserException wrong = new UserException(TEXTS.get("wrong-address", address.strip(), ADDRESS));
        wrong.initCause(cause);
        return wrong;
    }
}
