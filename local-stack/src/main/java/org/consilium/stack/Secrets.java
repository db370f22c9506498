package org.consilium.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Properties;
import java.util.function.Supplier;
import org.consilium.stack.parts.Workspace;

/**
 * Passwords and keys of one installation: made at first use, kept in a file that only its owner
 * reads.
 */
public final class Secrets {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Path file;
    private final Properties values = new Properties();

    public Secrets(Path file) {
        this.file = file;
        Workspace.directory(file.getParent());
        if (Files.exists(file)) {
            load();
        }
    }

    /** The same answer for the same name, also after a restart. */
    public String get(String name) {
        return get(name, Secrets::random);
    }

    /** {@code made} when nobody has asked for it yet. */
    public synchronized String get(String name, Supplier<String> made) {
        if (!values.containsKey(name)) {
            values.setProperty(name, made.get());
            save();
        }
        return values.getProperty(name);
    }

    private static String random() {
        var bytes = new byte[18];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private void load() {
        try (var in = Files.newInputStream(file)) {
            values.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void save() {
        try {
            if (!Files.exists(file)) {
                Files.createFile(
                        file,
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rw-------")));
            }
            try (var out = Files.newOutputStream(file)) {
                values.store(out, null);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
