package org.consilium.ops.console;

import java.sql.SQLException;

/** A command cannot be carried out, and this line says why. */
public final class Impossible extends RuntimeException {

    public static final int EXIT_CODE = 2;

    public Impossible(String why) {
        super(why);
    }

    /** The words of a database or a store may quote a row: of theirs only the kind is told. */
    public static String inAWord(Throwable failure) {
        return switch (failure) {
            case Impossible impossible -> impossible.getMessage();
            case SQLException database ->
                    "the database refuses or does not answer: SQL state " + database.getSQLState();
            default -> "not done: " + failure.getClass().getSimpleName();
        };
    }
}
