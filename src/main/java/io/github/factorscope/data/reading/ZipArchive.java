package io.github.factorscope.data.reading;

import io.github.factorscope.text.Texts;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** Opens zip files without unpacking them: nothing is ever written, and files are looked up by plain names only. */
final class ZipArchive {
    private static final Texts TEXTS = Texts.of(ZipArchive.class);

    /** An archive with one of these is a document: of Excel and Word, or of LibreOffice. */
    private static final List<String> OFFICE_PARTS = List.of("[Content_Types].xml", "META-INF/manifest.xml");

    private ZipArchive() {}

    /** @throws UnreadableDataException with a sentence for the user where this is no zip file that can be trusted */
    static FileSystem open(Path zip) throws IOException {
        try {
            requireArchive(zip);
            return FileSystems.newFileSystem(zip);
        } catch (UnreadableDataException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw new UnreadableDataException(TEXTS.get("no-zip", zip.getFileName()), e);
        }
    }

    private static void requireArchive(Path zip) throws IOException {
        try (ZipFile file = new ZipFile(zip.toFile())) {
            if (OFFICE_PARTS.stream().anyMatch(part -> file.getEntry(part) != null)) {
                throw new UnreadableDataException(TEXTS.get("spreadsheet", zip.getFileName()));
            }
            String outside = file.stream()
                    .map(ZipEntry::getName)
                    .filter(name -> Arrays.asList(name.split("[/\\\\]", -1)).contains(".."))
                    .findFirst()
                    .orElse(null);
            if (outside != null) {
                throw new UnreadableDataException(
                        TEXTS.get("leads-outside", zip.getFileName(), Problem.brief(outside)));
            }
        }
    }

    /** What went wrong while an archive was read, as a sentence where the archive is to blame. */
    static IOException sentence(Path zip, Exception error) throws IOException {
        if (error instanceof ZipException || error instanceof EOFException || error instanceof RuntimeException) {
            return new UnreadableDataException(
                    error.getMessage() == null
                            ? TEXTS.get("damaged", zip.getFileName())
                            : TEXTS.get("damaged-because", zip.getFileName(), error.getMessage()),
                    error);
        }
        return (IOException) error;
    }
}
