package org.consilium.kit.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestJsonTest {

    private final ObjectMapper everywhere = everywhere();
    private final ObjectMapper request = RequestJson.strict(everywhere);

    private enum Kind {
        LAB
    }

    private record Part(String text) {}

    private record Draft(
            LocalDate day,
            Instant at,
            UUID id,
            Kind kind,
            Integer count,
            boolean known,
            Part part,
            List<String> words,
            Set<Part> parts,
            Map<String, Part> gate) {}

    private static ObjectMapper everywhere() {
        var mapper = new ObjectMapper().registerModule(new JavaTimeModule());
        mapper.disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        new StrictJson().customize(mapper);
        return mapper;
    }

    @Test
    void a_whole_draft_is_read() throws JsonProcessingException {
        var read =
                request.readValue(
                        """
                        {"day": "2027-01-05", "at": "2027-01-05T10:00:00Z", "kind": "LAB", "count": 3,
                         "id": "00000000-0000-4000-8000-000000000001", "known": true, "part": {"text": ""},
                         "words": [], "parts": [{"text": "a"}], "gate": {"risks": {"text": "b"}}}""",
                        Draft.class);
        assertThat(read.day()).isEqualTo("2027-01-05");
        assertThat(read.part().text()).isEmpty();
        assertThat(read.words()).isEmpty();
    }

    @Test
    void what_is_null_is_left_out() throws JsonProcessingException {
        var read =
                request.readValue(
                        "{\"day\": null, \"part\": null, \"gate\": null, \"id\": null}",
                        Draft.class);
        assertThat(read.day()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"treatmentDay\": \"2027-01-05\"}",
                "{\"part\": {\"txt\": \"a\"}}",
                "{\"day\": []}",
                "{\"day\": [2027, 1, 5]}",
                "{\"day\": \"\"}",
                "{\"day\": \" \"}",
                "{\"day\": 5}",
                "{\"day\": {}}",
                "{\"at\": 1700000000}",
                "{\"at\": []}",
                "{\"at\": \"\"}",
                "{\"id\": \"\"}",
                "{\"id\": []}",
                "{\"kind\": \"\"}",
                "{\"kind\": []}",
                "{\"count\": \"\"}",
                "{\"count\": []}",
                "{\"count\": {}}",
                "{\"known\": \"true\"}",
                "{\"known\": 1}",
                "{\"known\": \"\"}",
                "{\"part\": \"\"}",
                "{\"part\": []}",
                "{\"words\": \"\"}",
                "{\"words\": {}}",
                "{\"words\": [[]]}",
                "{\"parts\": [\"\"]}",
                "{\"gate\": []}",
                "{\"gate\": \"\"}",
                "{\"gate\": {\"risks\": []}}"
            })
    void what_was_not_meant_so_is_refused(String body) {
        assertThatThrownBy(() -> request.readValue(body, Draft.class))
                .isInstanceOf(MismatchedInputException.class);
    }

    @Test
    void rows_and_peers_may_know_more_fields() throws JsonProcessingException {
        assertThat(everywhere.readValue("{\"later\": 1, \"count\": 3}", Draft.class).count())
                .isEqualTo(3);
    }
}
