package org.consilium.documents.worker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Those that draw what no Java library at hand can; each comes with a package of Debian's. */
public enum Program {
    /** Of libheif, which calls it {@code heif-dec} from version 1.19 on. */
    HEIF("libheif-examples", "heif-convert", "heif-dec"),
    /** Uncompressed, run lengths and all JPEG but JPEG-LS and JPEG 2000. */
    DICOM("dcmtk", "dcmj2pnm", "dcmj2pnm"),
    DICOM_JPEG_LS("dcmtk", "dcml2pnm", "dcml2pnm");

    private static final Path WHERE = Path.of("/usr/bin");

    /** Less than the worker has: whatever it draws, the copy is not to wait for it. */
    private static final long MOST_SECONDS = 25;

    private final String debianPackage;
    private final String name;
    private final String laterName;

    Program(String debianPackage, String name, String laterName) {
        this.debianPackage = debianPackage;
        this.name = name;
        this.laterName = laterName;
    }

    /** What to install where it is missing. */
    public String debianPackage() {
        return debianPackage;
    }

    public boolean isInstalled() {
        return path().isPresent();
    }

    private Optional<Path> path() {
        return Stream.of(name, laterName)
                .map(WHERE::resolve)
                .filter(Files::isExecutable)
                .findFirst();
    }

    /**
     * False when it is missing, takes too long or ends badly. The worker's limits of memory, CPU
     * time and file size are the process's too, each anew; an environment it has none.
     */
    boolean drew(Path directory, String... arguments) throws IOException {
        var path = path();
        if (path.isEmpty()) {
            return false;
        }
        var builder =
                new ProcessBuilder(
                        Stream.concat(Stream.of(path.get().toString()), Stream.of(arguments))
                                .toList());
        builder.environment().clear();
        return endedWell(
                builder.directory(directory.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start());
    }

    private static boolean endedWell(Process process) throws IOException {
        try {
            return process.waitFor(MOST_SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        } finally {
            process.destroyForcibly();
        }
    }
}
