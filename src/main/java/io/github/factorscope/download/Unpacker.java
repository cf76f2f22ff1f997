package io.github.factorscope.download;

import io.github.factorscope.download.Progress.Phase;
import io.github.factorscope.storage.AtomicFiles;
import io.github.factorscope.storage.UserException;
import io.github.factorscope.text.Texts;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.ClosedByInterruptException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Unpacks a zip into a new folder, which is there only when all of it is. Nothing is written outside: names that lead out
 * are refused, links become small files, and how much comes out is bounded by what is counted, not by what the archive
 * says of itself.
 */
final class Unpacker {
    private static final Texts TEXTS = Texts.of(Unpacker.class);
    private static final int CHUNK = 1 << 16;

    private final Limits limits;
    private final Meter meter;

    /**
     * What an archive of ratings does not exceed.
     *
     * @param entries files and folders
     * @param bytes unpacked
     * @param ratio of unpacked to packed bytes; ratings have about 4
     */
    record Limits(int entries, long bytes, int ratio) {
        static final Limits USUAL = new Limits(1000, 16L << 30, 60);

        private long mostBytes(long packed) {
            return Math.min(bytes, (1L << 20) + ratio * packed);
        }
    }

    Unpacker(Limits limits, Meter meter) {
        this.limits = limits;
        this.meter = meter;
    }

    private record Member(ZipEntry entry, List<String> parts) {}

    /**
     * Unpacks.
     *
     * @throws WrongFileException where the archive is damaged or not harmless; then nothing is left
     * @throws UserException where the disk has no room for it; nothing is left either
     */
    void unpack(Path zip, Path folder) throws IOException {
        try {
            CentralDirectory.requireSmall(zip, limits.entries());
            try (ZipFile archive = new ZipFile(zip.toFile(), StandardCharsets.UTF_8)) {
                List<Member> members = members(archive);
                long most = limits.mostBytes(Files.size(zip));
                long announced = announced(members, most);
                DownloadErrors.requireSpace(
                        folder.toAbsolutePath().getParent(), String.valueOf(folder.getFileName()), announced);
                AtomicFiles.writeFolder(folder, beside -> write(archive, members, beside, most, announced));
            }
        } catch (ZipException e) {
            throw new WrongFileException(TEXTS.get("no-zip", e.getMessage()), e);
        } catch (WrongFileException | FileSystemException | ClosedByInterruptException e) {
            throw e;
        } catch (IOException e) {
            Path shelf = folder.toAbsolutePath().getParent();
            if (DownloadErrors.isFull(e, shelf)) {
                UserException full = new UserException(TEXTS.get("no-room-to-unpack", shelf, folder.getFileName()));
                full.initCause(e);
                throw full;
            }
            throw e;
        }
    }

    private List<Member> members(ZipFile archive) throws WrongFileException {
        List<Member> members = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (ZipEntry entry : archive.stream().toList()) {
            List<String> parts = EntryName.parts(entry.getName());
            if (!names.add(String.join("/", parts).toLowerCase(Locale.ROOT))) {
                throw new WrongFileException(TEXTS.get("name-twice", entry.getName()));
            }
            members.add(new Member(entry, parts));
        }
        if (members.size() > limits.entries()) {
            throw new WrongFileException(TEXTS.get("too-many-files", String.valueOf(limits.entries())));
        }
        if (members.isEmpty()) {
            throw new WrongFileException(TEXTS.get("empty"));
        }
        return withoutCommonFolder(members);
    }

    /** What lies in one folder needs no second one around it. */
    private static List<Member> withoutCommonFolder(List<Member> members) {
        Set<String> roots = new HashSet<>();
        members.forEach(member -> roots.add(member.parts().get(0)));
        boolean common = roots.size() == 1
                && members.stream()
                        .allMatch(member ->
                                member.parts().size() > 1 || member.entry().isDirectory());
        return !common
                ? members
                : members.stream()
                        .filter(member -> member.parts().size() > 1)
                        .map(member -> new Member(
                                member.entry(),
                                member.parts().subList(1, member.parts().size())))
                        .toList();
    }

    private static long announced(List<Member> members, long most) throws WrongFileException {
        long sum = 0;
        for (Member member : members) {
            sum += Math.max(0, member.entry().getSize());
            requireFew(sum, most);
        }
        return sum;
    }

    private static void requireFew(long bytes, long most) throws WrongFileException {
        if (bytes > most) {
            throw new WrongFileException(TEXTS.get("unpacks-to-too-much", ByteText.of(most)));
        }
    }

    private void write(ZipFile archive, List<Member> members, Path root, long most, long announced) throws IOException {
        meter.begin(Phase.UNPACKING, 0, announced);
        long written = 0;
        for (Member member : members) {
            Path path = inside(root, member.parts());
            try {
                if (member.entry().isDirectory()) {
                    Files.createDirectories(path);
                } else {
                    Files.createDirectories(path.getParent());
                    written += write(archive, member.entry(), path, written, most);
                }
            } catch (FileAlreadyExistsException e) {
                throw new WrongFileException(
                        TEXTS.get("file-and-folder", member.entry().getName()));
            }
        }
    }

    private static Path inside(Path root, List<String> parts) throws WrongFileException {
        Path path = root;
        for (String part : parts) {
            path = path.resolve(part);
        }
        if (!path.normalize().startsWith(root.normalize()) || path.normalize().equals(root.normalize())) {
            throw new WrongFileException(TEXTS.get("leads-out", String.join("/", parts)));
        }
        return path;
    }

    private long write(ZipFile archive, ZipEntry entry, Path file, long before, long most) throws IOException {
        long written = 0;
        byte[] bytes = new byte[CHUNK];
        CRC32 sum = new CRC32(); // which a ZipFile does not look at
        try (InputStream in = Optional.ofNullable(archive.getInputStream(entry))
                        .orElseThrow(() -> new ZipException(TEXTS.get("entry-missing")));
                OutputStream out = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW)) {
            for (int read = in.read(bytes); read >= 0; read = in.read(bytes)) {
                written += read;
                requireFew(before + written, most);
                sum.update(bytes, 0, read);
                out.write(bytes, 0, read);
                meter.moved(before + written);
            }
        }
        if (sum.getValue() != entry.getCrc()) {
            throw new ZipException(TEXTS.get("entry-wrong", entry.getName()));
        }
        return written;
    }
}
