package io.github.factorscope.download;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.github.factorscope.storage.AppFolders;
import io.github.factorscope.storage.AtomicFiles;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is remembered of downloads, in {@code downloads.json}.
 *
 * @param address of the folder on the server; empty for the usual one
 * @param folder that data sets are kept in; empty for the usual one
 * @param accepted names of the data sets whose terms the user has accepted
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record DownloadSettings(String address, String folder, List<String> accepted) {
    private static final Logger LOG = LoggerFactory.getLogger(DownloadSettings.class);
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private static final DownloadSettings FIRST = new DownloadSettings("", "", List.of());

    public DownloadSettings {
        address = address == null ? "" : address;
        folder = folder == null ? "" : folder;
        accepted = accepted == null
                ? List.of()
                : accepted.stream().filter(Objects::nonNull).toList();
    }

    /** The file of the user. */
    public static Path usualFile() {
        return AppFolders.home().resolve("downloads.json");
    }

    /** What a file says; what is usual where there is none or it cannot be read. */
    public static DownloadSettings load(Path file) {
        try {
            if (Files.isRegularFile(file)) {
                DownloadSettings read = JSON.readValue(file.toFile(), DownloadSettings.class);
                return read == null ? FIRST : read;
            }
        } catch (IOException e) {
            LOG.warn("{} cannot be read", file, e);
        }
        return FIRST;
    }

    public void save(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        AtomicFiles.writeFile(file, beside -> JSON.writeValue(beside.toFile(), this));
    }

    public boolean isAccepted(MovieLensSet set) {
        return accepted.contains(set.name());
    }

    /** With the terms of this data set accepted. */
    public DownloadSettings withAccepted(MovieLensSet set) {
        return new DownloadSettings(
                address,
                folder,
                Stream.concat(accepted.stream(), Stream.of(set.name()))
                        .distinct()
                        .sorted()
                        .toList());
    }

    public DownloadSettings withAddress(String other) {
        return new DownloadSettings(other.strip().equals(MovieLens.ADDRESS) ? "" : other.strip(), folder, accepted);
    }

    /** The address as text: that of the system property or environment, else the remembered one, else the usual one. */
    public String addressText() {
        return MovieLens.configuredAddress().orElse(address.isBlank() ? MovieLens.ADDRESS : address);
    }

    /**
     * Where the files are.
     *
     * @throws io.github.factorscope.storage.UserException where the address is none
     */
    public URI base() {
        return MovieLens.base(addressText());
    }

    /** Where data sets are kept. */
    public Path dataFolder() {
        return folder.isBlank() ? AppFolders.downloads() : Path.of(folder);
    }
}
