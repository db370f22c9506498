package org.consilium.system.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;

/** The papers of the demonstration's patient: a man in Lahore, told that he needs an operation. */
public final class DemoFiles {

    private static final String PDF = "application/pdf";
    private static final String CONSULT_NOTE = "11488-4";
    private static final String DISCHARGE_SUMMARY = "18842-5";
    private static final String IMAGING_REPORT = "18748-4";
    private static final String IMAGES_OF_A_STUDY = "55113-5";
    private static final String LABORATORY_REPORT = "11502-2";
    private static final String MEDICATION_USE = "10160-0";
    private static final String SURGICAL_PATHOLOGY = "11529-5";

    private DemoFiles() {}

    public static List<DemoFile> all() {
        return List.of(
                bloodTest(),
                photographedMedicationList(),
                ctReport(),
                ctSlice(1),
                ctSlice(2),
                urduNote(),
                histopathology(),
                dischargeSummary());
    }

    /** A PDF with a text layer: CBC, LFT, RFT, thyroid and a tumour marker. */
    public static DemoFile bloodTest() {
        return english(
                "blood-test.pdf", PDF, LABORATORY_REPORT, "2026-11-02", report("blood-test"));
    }

    /** A JPEG from somebody's telephone: tilted, unevenly lit, grainy. */
    public static DemoFile photographedMedicationList() {
        var photo = PhotographedPage.of(report("medication-list"));
        return english("IMG_2231.jpg", "image/jpeg", MEDICATION_USE, "2026-11-12", photo);
    }

    public static DemoFile ctReport() {
        return english("ct-report.pdf", PDF, IMAGING_REPORT, "2026-11-06", report("ct-report"));
    }

    /**
     * One slice of a CT series.
     *
     * @param number of the slice in its series, from 1
     */
    public static DemoFile ctSlice(int number) {
        var name = "CT%04d.dcm".formatted(number);
        var slice = CtSlice.number(number);
        return english(name, "application/dicom", IMAGES_OF_A_STUDY, "2026-11-06", slice);
    }

    /** A scanned page in Urdu, right to left: an image inside a PDF, without a text layer. */
    public static DemoFile urduNote() {
        var date = LocalDate.parse("2026-11-04");
        var page = UrduPage.of(text("urdu-note").lines().toList());
        return new DemoFile("admission-note-ur.pdf", PDF, CONSULT_NOTE, date, "ur", false, page);
    }

    public static DemoFile histopathology() {
        var report = report("histopathology");
        return english("histopathology.pdf", PDF, SURGICAL_PATHOLOGY, "2026-11-10", report);
    }

    /** What the first team thinks and plans. */
    public static DemoFile dischargeSummary() {
        var date = LocalDate.parse("2026-11-12");
        var report = report("discharge-summary");
        return new DemoFile(
                "discharge-summary.pdf", PDF, DISCHARGE_SUMMARY, date, "en", true, report);
    }

    private static DemoFile english(
            String name, String contentType, String kind, String date, byte[] bytes) {
        return new DemoFile(name, contentType, kind, LocalDate.parse(date), "en", false, bytes);
    }

    private static byte[] report(String name) {
        return ReportPdf.of(text(name).lines().toList());
    }

    private static String text(String name) {
        try (var file = DemoFiles.class.getResourceAsStream("/demo/" + name + ".txt")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
