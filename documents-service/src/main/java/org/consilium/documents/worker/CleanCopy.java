package org.consilium.documents.worker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Makes of a file one that says nothing but what it shows, and pictures of its pages: {@code
 * CleanCopy <content type> <file> <directory>} writes {@code clean} and {@code page-1.jpg} and on.
 */
public final class CleanCopy {

    public static final String CLEAN = "clean";

    private CleanCopy() {}

    /** Any failure is the process's. */
    public static void main(String[] arguments) throws IOException {
        var file = Path.of(arguments[1]);
        var directory = Path.of(arguments[2]);
        switch (arguments[0]) {
            case "application/pdf" -> CleanPdf.make(file, directory);
            case "image/jpeg" -> {
                Files.write(directory.resolve(CLEAN), CleanJpeg.of(Files.readAllBytes(file)));
                PagePicture.ofImage(directory.resolve(CLEAN), directory);
            }
            case "image/png" -> {
                Files.write(directory.resolve(CLEAN), CleanPng.of(Files.readAllBytes(file)));
                PagePicture.ofImage(directory.resolve(CLEAN), directory);
            }
            case "image/heic" ->
                    Files.write(directory.resolve(CLEAN), CleanHeic.of(Files.readAllBytes(file)));
            case "application/dicom" ->
                    Files.write(directory.resolve(CLEAN), CleanDicom.of(Files.readAllBytes(file)));
            default -> throw new IOException("no copies are made of this type");
        }
    }
}
