package io.github.factorscope.text;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/**
 * The texts of one package, in the language of the screen: English stands in {@code texts.properties} at the path of the
 * package, Korean in {@code texts_ko.properties} beside it.
 *
 * <p>The language is one for the whole process. The window sets it once, before it shows anything; whoever sets none speaks
 * English, as the command line always does. Texts are looked up whenever they are asked for and must not be kept in constants.
 * Nothing that a program reads, in files or as JSON, goes through here.
 */
public final class Texts {
    private static final Control NO_OTHER_LANGUAGE = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);

    private static volatile Locale locale = Locale.ENGLISH;

    private final String bundleName;
    private final ClassLoader loader;

    private Texts(Class<?> room) {
        bundleName = room.getPackageName() + ".texts";
        loader = room.getClassLoader();
    }

    /** The texts of the package of this class. */
    public static Texts of(Class<?> room) {
        return new Texts(room);
    }

    /** From now on all texts and all numbers and dates on the screen are of this locale. */
    public static void use(Locale chosen) {
        locale = chosen;
    }

    /** Of numbers and dates on the screen. */
    public static Locale locale() {
        return locale;
    }

    /**
     * A text without places to fill, as it stands in the bundle.
     *
     * @throws java.util.MissingResourceException where there is none of this name
     */
    public String get(String key) {
        return bundle().getString(key);
    }

    /**
     * A text with its places filled, as by {@link MessageFormat}: {@code {0}} is the first value, and
     * {@code {0,choice,1#one film|1<{0} films}} a plural. Apostrophes are written twice. Values are texts, formatted already;
     * numbers are for choices only.
     *
     * @throws java.util.MissingResourceException where there is none of this name
     */
    public String get(String key, Object first, Object... others) {
        Object[] values = new Object[1 + others.length];
        values[0] = first;
        System.arraycopy(others, 0, values, 1, others.length);
        return new MessageFormat(bundle().getString(key), locale).format(values);
    }

    /** All of them, for FXML. */
    public ResourceBundle bundle() {
        return ResourceBundle.getBundle(bundleName, locale, loader, NO_OTHER_LANGUAGE);
    }
}
