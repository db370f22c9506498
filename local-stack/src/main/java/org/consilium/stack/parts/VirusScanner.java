package org.consilium.stack.parts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * clamd with one signature of its own: the EICAR test file. A real installation lets freshclam
 * fetch the rest.
 */
public final class VirusScanner extends Part {

    private final Path directory;

    public VirusScanner(Path directory, int port) {
        super("ClamAV", port, new ChildProcess("ClamAV", directory));
        this.directory = directory;
    }

    /**
     * The harmless file every scanner calls a virus; put together here so that no scanner stops at
     * this source.
     */
    public static byte[] eicar() {
        var file =
                "X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-" + "ANTIVIRUS-TEST-FILE!$H+H*";
        return file.getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    void launch() {
        var signatures = Workspace.directory(directory.resolve("signatures"));
        try {
            Files.writeString(signatures.resolve("own.hdb"), signature());
            Files.writeString(directory.resolve("clamd.conf"), settings(signatures));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        process()
                .start(
                        List.of(
                                executable(),
                                "--config-file",
                                directory.resolve("clamd.conf").toString()),
                        Map.of());
    }

    @Override
    boolean isReady() {
        return accepts(port());
    }

    private static String executable() {
        return List.of("/usr/sbin/clamd", "/usr/local/sbin/clamd").stream()
                .filter(path -> Files.exists(Path.of(path)))
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalStateException(
                                        "clamd is missing: run scripts/install-needs"));
    }

    private static String signature() {
        try {
            var hash = HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(eicar()));
            return hash + ":" + eicar().length + ":Eicar-Test-Signature\n";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private String settings(Path signatures) {
        return """
               Foreground yes
               TCPAddr 127.0.0.1
               TCPSocket %d
               DatabaseDirectory %s
               TemporaryDirectory %s
               StreamMaxLength 256M
               MaxScanSize 256M
               MaxFileSize 256M
               AlertExceedsMax yes
               """
                .formatted(port(), signatures, Workspace.directory(directory.resolve("tmp")));
    }
}
