package org.consilium.documents.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.consilium.documents.Tus;
import org.consilium.documents.checklist.RecordKinds;
import org.consilium.documents.paper.Photograph;
import org.consilium.kit.web.Problem;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class UploadMetadataTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    @Nested
    class The_header {

        @Test
        void says_what_the_file_is() {
            var read =
                    read(
                            Map.of(
                                    "filename", "خون.pdf",
                                    "kind", "11502-2",
                                    "clinicalDate", "2026-11-01",
                                    "language", "ur",
                                    "firstOpinion", "true",
                                    "filetype", "application/pdf"));
            assertThat(read)
                    .isEqualTo(
                            new UploadMetadata(
                                    "خون.pdf",
                                    "11502-2",
                                    LocalDate.of(2026, 11, 1),
                                    "ur",
                                    true,
                                    null));
        }

        @Test
        void may_leave_out_what_nobody_knows() {
            assertThat(read(Map.of("filename", "a.pdf", "kind", "11502-2")))
                    .isEqualTo(new UploadMetadata("a.pdf", "11502-2", null, null, false, null));
        }
    }

    @Nested
    class A_photograph {

        private static final UUID PAPER = new UUID(1, 2);

        @Test
        void begins_a_paper_or_is_a_page_of_one_and_then_of_its_kind() {
            var first = read(Map.of("filename", "1.jpg", "kind", "11502-2", "pages", "3"));
            assertThat(first.photograph()).isEqualTo(new Photograph(null, 1, 3));
            var second = read(Map.of("filename", "2.PNG", "paper", PAPER.toString(), "page", "2"));
            assertThat(second.photograph()).isEqualTo(new Photograph(PAPER, 2, 0));
            assertThat(second.kind()).isNull();
        }

        @Test
        void is_of_a_type_that_can_be_put_on_a_page() {
            for (var name : new String[] {"a.pdf", "a.heic", "a.dcm", "a"}) {
                var problem = problem(Map.of("filename", name, "kind", "11502-2", "pages", "3"));
                assertThat(problem.status()).as(name).isEqualTo(415);
                assertThat(problem.fields().getFirst().message()).contains("jpg, jpeg, png");
            }
        }

        @Test
        void has_a_place_within_the_limits() {
            for (var number : new String[] {"", "0", "21", "-1", "1e1", "9999"}) {
                var first = Map.of("filename", "1.jpg", "kind", "11502-2", "pages", number);
                var later = Map.of("filename", "1.jpg", "paper", PAPER.toString(), "page", number);
                assertThat(problem(first).fields().getFirst().field()).endsWith(".pages");
                assertThat(problem(later).fields().getFirst().field()).endsWith(".page");
            }
            var none = problem(Map.of("filename", "1.jpg", "paper", "mine", "page", "2"));
            assertThat(none.fields().getFirst().field()).endsWith(".paper");
        }
    }

    @Nested
    class A_fault {

        @Test
        void is_a_name_that_no_record_has() {
            for (var name : new String[] {"a.docx", "a.exe", "a.pdf.zip"}) {
                var problem = problem(Map.of("filename", name, "kind", "11502-2"));
                assertThat(problem.status()).isEqualTo(415);
                assertThat(problem.fields().getFirst().field())
                        .isEqualTo("Upload-Metadata.filename");
                assertThat(problem.fields().getFirst().rule()).isEqualTo("extension");
            }
            assertThat(problem(Map.of("filename", "a.exe", "kind", "blood")).status())
                    .isEqualTo(400);
        }

        @Test
        void is_a_kind_that_no_record_is_and_no_checklist_asks_for() {
            var said = read(Map.of("filename", "a.pdf", "kind", "99999-9"));
            var problem =
                    catchThrowableOfType(
                            Problem.class,
                            () -> said.checkKind(RecordKinds.of(List.of(List.of("55113-5")))));
            assertThat(problem.status()).isEqualTo(400);
            assertThat(problem.fields().getFirst().field()).isEqualTo("Upload-Metadata.kind");
            assertThat(problem.fields().getFirst().message()).contains("11502-2, ");
            said.checkKind(RecordKinds.of(List.of(List.of("99999-9"))));
        }

        @Test
        void is_a_key_that_stands_twice() {
            var problem =
                    catchThrowableOfType(
                            Problem.class,
                            () ->
                                    UploadMetadata.read(
                                            "filename YS5wZGY=,filename Yi5wZGY=,kind MTE1MDItMg==",
                                            TODAY));
            assertThat(problem.fields().getFirst().rule()).isEqualTo("unique");
        }

        @Test
        void is_named_with_its_field_and_rule_all_of_them_at_once() {
            var problem =
                    problem(
                            Map.of(
                                    "filename", "/",
                                    "kind", "blood",
                                    "clinicalDate", "2026-11-22",
                                    "language", "!",
                                    "firstOpinion", "perhaps"));
            assertThat(problem.status()).isEqualTo(400);
            assertThat(problem.fields().stream().map(f -> f.field() + " " + f.rule()))
                    .containsExactly(
                            "Upload-Metadata.filename not-blank",
                            "Upload-Metadata.kind loinc",
                            "Upload-Metadata.clinicalDate past-or-present",
                            "Upload-Metadata.language bcp-47",
                            "Upload-Metadata.firstOpinion boolean");
        }

        @Test
        void is_a_day_before_all_records() {
            var problem =
                    problem(
                            Map.of(
                                    "filename", "a.pdf",
                                    "kind", "11502-2",
                                    "clinicalDate", "-4713-01-01"));
            assertThat(problem.fields().getFirst().rule()).isEqualTo("plausible");
        }

        @Test
        void never_repeats_what_was_entered() {
            assertThat(problem(Map.of("filename", "a.pdf", "kind", "mallory")).fields().toString())
                    .doesNotContain("mallory");
        }

        @Test
        void may_be_the_encoding() {
            var problem =
                    catchThrowableOfType(
                            Problem.class, () -> UploadMetadata.read("kind ???", TODAY));
            assertThat(problem.fields().getFirst().rule()).isEqualTo("base64");
        }
    }

    private static UploadMetadata read(Map<String, String> pairs) {
        return UploadMetadata.read(Tus.header(new TreeMap<>(pairs)), TODAY);
    }

    private static Problem problem(Map<String, String> pairs) {
        return catchThrowableOfType(Problem.class, () -> read(pairs));
    }
}
