package org.consilium.documents.worker;

import java.io.IOException;

/**
 * The program: says by how it ends whether it was the file. A JVM that cannot even begin ends with
 * 1, as one does whose program threw; so what the file is to blame for has a number of its own.
 */
public final class Worker {

    /** The file was read, and nothing could be made of it. */
    public static final int UNREADABLE = 65;

    private Worker() {}

    public static void main(String[] arguments) {
        try {
            CleanCopy.main(arguments);
        } catch (IOException | RuntimeException | StackOverflowError e) {
            System.exit(UNREADABLE);
        }
    }
}
