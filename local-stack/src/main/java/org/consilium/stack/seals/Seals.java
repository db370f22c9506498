package org.consilium.stack.seals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** Makes what review seals its letters with: a key and a certificate that it gives itself. */
public final class Seals {

    private Seals() {}

    /** A PKCS #12 file in Base64 that is good for ten years. */
    public static String made(String password) {
        return made(password, "-validity", "3650");
    }

    /** One that was good until yesterday. */
    public static String thatRanOut(String password) {
        return made(password, "-startdate", "-3d", "-validity", "2");
    }

    private static String made(String password, String... lifetime) {
        try {
            var directory = Files.createTempDirectory("seal");
            var file = directory.resolve("seal.p12");
            try {
                keytool(file, password, List.of(lifetime));
                return Base64.getEncoder().encodeToString(Files.readAllBytes(file));
            } finally {
                Files.deleteIfExists(file);
                Files.delete(directory);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The password goes by the environment: a command line is there for all to read. */
    private static void keytool(Path file, String password, List<String> lifetime)
            throws IOException, InterruptedException {
        var command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "keytool")
                                        .toString(),
                                "-genkeypair",
                                "-alias",
                                "seal",
                                "-keyalg",
                                "RSA",
                                "-keysize",
                                "3072",
                                "-dname",
                                "CN=Consilium on this machine",
                                "-ext",
                                "ku:critical=digitalSignature,nonRepudiation",
                                "-storetype",
                                "PKCS12",
                                "-storepass:env",
                                "SEAL_PASSWORD",
                                "-keystore",
                                file.toString()));
        command.addAll(lifetime);
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("SEAL_PASSWORD", password);
        var process = builder.start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException("keytool makes no seal: " + said);
        }
    }
}
