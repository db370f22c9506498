package org.consilium.documents.worker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Makes of a file one that says nothing but what it shows, and pictures of its pages: {@code
 * CleanCopy <kind> <directory>} finds {@code original-1} there (and on, of photographs that are one
 * document) and writes {@code clean} and {@code page-1.jpg} and on.
 */
public final class CleanCopy {

    public static final String CLEAN = "clean";

    /** The kind of what is no single file; every other kind is a content type. */
    public static final String PHOTOGRAPHS = "photographs";

    /**
     * A file that says in digits how many pages there are; absent where there are none to count.
     */
    public static final String PAGES = "pages";

    private CleanCopy() {}

    static void count(int pages, Path directory) throws IOException {
        Files.writeString(directory.resolve(PAGES), Integer.toString(pages));
    }

    /** What a source is called, from 1. */
    public static String original(int number) {
        return "original-" + number;
    }

    /** Any failure is the process's. */
    public static void main(String[] arguments) throws IOException {
        var directory = Path.of(arguments[1]);
        var file = directory.resolve(original(1));
        switch (arguments[0]) {
            case PdfLook.KIND -> PdfLook.make(file, directory);
            case PHOTOGRAPHS -> CleanPhotographs.make(directory);
            case "application/pdf" -> CleanPdf.make(file, directory);
            case "image/jpeg" -> {
                var clean = CleanJpeg.of(Files.readAllBytes(file));
                picture(clean, Upright.of(CleanJpeg.orientationOf(clean)), directory);
            }
            case "image/png" ->
                    picture(CleanPng.of(Files.readAllBytes(file)), Upright.of(1), directory);
            case "image/heic" -> {
                Files.write(directory.resolve(CLEAN), CleanHeic.of(Files.readAllBytes(file)));
                count(1, directory);
                Drawing.ofHeic(directory);
            }
            case "application/dicom" -> {
                var clean = CleanDicom.of(Files.readAllBytes(file));
                Files.write(directory.resolve(CLEAN), clean.file());
                if (clean.frames() > 0) {
                    count(clean.frames(), directory);
                    Drawing.ofDicom(directory);
                }
            }
            case String type when CleanText.isWanted(type) -> CleanText.make(type, file, directory);
            default -> throw new IOException("no copies are made of this type");
        }
    }

    private static void picture(byte[] clean, Upright upright, Path directory) throws IOException {
        Files.write(directory.resolve(CLEAN), clean);
        count(1, directory);
        PagePicture.ofImage(directory.resolve(CLEAN), 1, upright, directory);
    }
}
