package org.consilium.intake.programme;

/** A programme file that cannot be used. The service does not start with one. */
public final class BrokenProgramme extends RuntimeException {

    public BrokenProgramme(String file, int line, String reason) {
        super("%s, line %d: %s".formatted(file, line, reason));
    }
}
