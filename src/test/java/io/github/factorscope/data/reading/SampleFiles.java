package io.github.factorscope.data.reading;

import io.github.factorscope.data.Dataset;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes small files in the layouts of the wild, and shows what was made of them. */
final class SampleFiles {
    private SampleFiles() {}

    static Path write(Path file, String text) throws IOException {
        return write(file, text, StandardCharsets.UTF_8);
    }

    static Path write(Path file, String text, Charset charset) throws IOException {
        Files.createDirectories(file.getParent());
        return Files.write(file, text.getBytes(charset));
    }

    /** Reads whatever share of the lines is bad. */
    static LoadedData readAnyway(Path file) throws IOException {
        return DatasetReader.read(
                ReadingRequest.of(file).withPolicy(ReadingPolicy.USUAL.withMostProblems(1)), LoadMonitor.NONE);
    }

    /** Zips all files of a folder under {@code prefix}. */
    static Path zip(Path folder, Path zip, String prefix) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (var files = Files.list(folder)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                entries.put(prefix + file.getFileName(), Files.readAllBytes(file));
            }
        }
        try (OutputStream out = Files.newOutputStream(zip);
                ZipOutputStream target = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                target.putNextEntry(new ZipEntry(entry.getKey()));
                target.write(entry.getValue());
                target.closeEntry();
            }
        }
        return zip;
    }

    /** Every rating as "user item stars", or "user item stars time", by the ids of the file and in its order. */
    static List<String> ratings(Dataset dataset) {
        List<String> texts = new ArrayList<>();
        for (int k = 0; k < dataset.ratings().size(); k++) {
            texts.add(dataset.users().id(dataset.ratings().user(k)) + " "
                    + dataset.items().item(dataset.ratings().item(k)).id() + " "
                    + dataset.ratings().value(k)
                    + (dataset.ratings().hasTimes() ? " " + dataset.ratings().time(k) : ""));
        }
        return texts;
    }
}
