package org.consilium.system.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.regex.Pattern;

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

    /** {@code {day-9}} in a text is the date nine days before. */
    private static final Pattern DAY = Pattern.compile("\\{day([+-]\\d+)}");

    private static final DateTimeFormatter WRITTEN =
            DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    private final LocalDate today;

    /**
     * As if he had gone from hospital nine days before {@code today}: look-back limits count in
     * days.
     */
    public DemoFiles(LocalDate today) {
        this.today = today;
    }

    /** By the name that stories use, such as {@code blood-test} or {@code ct-slice-1}. */
    public DemoFile named(String name) {
        return switch (name) {
            case "blood-test" -> bloodTest();
            case "medication-list" -> photographedMedicationList(1);
            case "medication-list-2" -> photographedMedicationList(2);
            case "ct-report" -> ctReport();
            case "ct-slice-1" -> ctSlice(1);
            case "ct-slice-2" -> ctSlice(2);
            case "urdu-note" -> urduNote();
            case "histopathology" -> histopathology();
            case "discharge-summary" -> dischargeSummary();
            default -> throw new NoSuchElementException("no demo file '" + name + "'");
        };
    }

    public List<DemoFile> all() {
        return List.of(
                bloodTest(),
                photographedMedicationList(1),
                photographedMedicationList(2),
                ctReport(),
                ctSlice(1),
                ctSlice(2),
                urduNote(),
                histopathology(),
                dischargeSummary());
    }

    /** A PDF with a text layer: CBC, LFT, RFT, thyroid and a tumour marker. */
    public DemoFile bloodTest() {
        return english("blood-test.pdf", PDF, LABORATORY_REPORT, 19, report("blood-test"));
    }

    /** JPEGs from somebody's telephone: tilted, unevenly lit, grainy. */
    public DemoFile photographedMedicationList(int page) {
        var photo =
                PhotographedPage.of(report(page == 1 ? "medication-list" : "medication-list-2"));
        return english("IMG_223" + page + ".jpg", "image/jpeg", MEDICATION_USE, 9, photo);
    }

    public DemoFile ctReport() {
        return english("ct-report.pdf", PDF, IMAGING_REPORT, 15, report("ct-report"));
    }

    /**
     * One slice of a CT series.
     *
     * @param number of the slice in its series, from 1
     */
    public DemoFile ctSlice(int number) {
        var name = "CT%04d.dcm".formatted(number);
        var slice = CtSlice.number(number, today.minusDays(15));
        return english(name, "application/dicom", IMAGES_OF_A_STUDY, 15, slice);
    }

    /** A scanned page in Urdu, right to left: an image inside a PDF, without a text layer. */
    public DemoFile urduNote() {
        var date = today.minusDays(17);
        var page = UrduPage.of(text("urdu-note").lines().toList());
        return new DemoFile("admission-note-ur.pdf", PDF, CONSULT_NOTE, date, "ur", false, page);
    }

    public DemoFile histopathology() {
        var report = report("histopathology");
        return english("histopathology.pdf", PDF, SURGICAL_PATHOLOGY, 11, report);
    }

    /** What the first team thinks and plans. */
    public DemoFile dischargeSummary() {
        var date = today.minusDays(9);
        var report = report("discharge-summary");
        return new DemoFile(
                "discharge-summary.pdf", PDF, DISCHARGE_SUMMARY, date, "en", true, report);
    }

    private DemoFile english(
            String name, String contentType, String kind, int daysAgo, byte[] bytes) {
        return new DemoFile(name, contentType, kind, today.minusDays(daysAgo), "en", false, bytes);
    }

    private byte[] report(String name) {
        return ReportPdf.of(text(name).lines().toList());
    }

    private String text(String name) {
        try (var file = DemoFiles.class.getResourceAsStream("/demo/" + name + ".txt")) {
            return dated(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String dated(String text) {
        return DAY.matcher(text)
                .replaceAll(
                        found -> WRITTEN.format(today.plusDays(Long.parseLong(found.group(1)))));
    }
}
