package io.github.factorscope.download;

import io.github.factorscope.text.Texts;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Names in an archive that mean a file inside the folder that it is unpacked to, on every system. */
final class EntryName {
    private static final Texts TEXTS = Texts.of(EntryName.class);
    private static final int MOST_PARTS = 8;
    private static final int MOST_CHARACTERS = 200;
    private static final Pattern FORBIDDEN = Pattern.compile("[\\\\:*?\"<>|\\p{Cntrl}]");
    private static final Pattern DEVICE = Pattern.compile("(con|prn|aux|nul|com[0-9]|lpt[0-9])(\\..*)?");

    private EntryName() {}

    /**
     * The folders and the file that a name means.
     *
     * @throws WrongFileException where it means none inside
     */
    static List<String> parts(String name) throws WrongFileException {
        String path = name.endsWith("/") ? name.substring(0, name.length() - 1) : name;
        List<String> parts = List.of(path.split("/", -1));
        if (name.length() > MOST_CHARACTERS || parts.size() > MOST_PARTS) {
            throw new WrongFileException(TEXTS.get("name-too-long"));
        }
        for (String part : parts) {
            boolean harmless = !part.isBlank()
                    && !part.endsWith(".") // also ".." and "."
                    && !part.endsWith(" ")
                    && !FORBIDDEN.matcher(part).find()
                    && !DEVICE.matcher(part.toLowerCase(Locale.ROOT)).matches();
            if (!harmless) {
                throw new WrongFileException(TEXTS.get("name-leads-out", printable(name)));
            }
        }
        return parts;
    }

    private static String printable(String name) {
        return name.replaceAll("\\p{Cntrl}", "?");
    }
}
