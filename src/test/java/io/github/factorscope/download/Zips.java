package io.github.factorscope.download;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Archives for tests. */
public final class Zips {
    private Zips() {}

    /** An archive of texts by their names; a name that ends with a slash is a folder. */
    static byte[] of(Map<String, String> texts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            zip.setLevel(Deflater.BEST_COMPRESSION);
            for (Map.Entry<String, String> text : texts.entrySet()) {
                zip.putNextEntry(new ZipEntry(text.getKey()));
                zip.write(text.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** A small data set as GroupLens packs it: in a folder of its own; about 20 kB. */
    public static byte[] ratings(String folder) {
        SplittableRandom random = new SplittableRandom(7);
        StringBuilder lines = new StringBuilder("userId,movieId,rating,timestamp\n");
        for (int user = 1; user <= 40; user++) {
            for (int item = 1; item <= 40; item++) {
                if (random.nextInt(2) == 0) {
                    lines.append(user + "," + item + "," + (1 + random.nextInt(5)) + ".0,")
                            .append(800_000_000 + random.nextInt(100_000_000))
                            .append('\n');
                }
            }
        }
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put(folder + "/", "");
        texts.put(folder + "/README.txt", "Terms.\n");
        texts.put(folder + "/ratings.csv", lines.toString());
        texts.put(folder + "/movies.csv", "movieId,title,genres\n1,Alien (1979),Horror|Sci-Fi\n");
        return of(texts);
    }

    /** As GroupLens writes it. */
    public static String md5(String file, byte[] content) {
        try {
            byte[] digest = MessageDigest.getInstance("MD5").digest(content);
            return "MD5 (" + file + ") = " + HexFormat.of().formatHex(digest) + "\n";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
