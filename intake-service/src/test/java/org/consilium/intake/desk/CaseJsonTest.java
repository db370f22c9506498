package org.consilium.intake.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.consilium.intake.cases.Content;
import org.consilium.intake.cases.Content.GateAnswer;
import org.junit.jupiter.api.Test;

class CaseJsonTest {

    /** Else every step would write anew what people wrote. */
    @Test
    void what_did_not_change_is_written_as_it_stands() {
        for (int answers = 1; answers < 40; answers++) {
            var written = CaseJson.write(content(answers));
            assertThat(CaseJson.write(CaseJson.read(written, Content.class))).isEqualTo(written);
        }
    }

    private static Content content(int answers) {
        var gate = new LinkedHashMap<String, GateAnswer>();
        IntStream.range(0, answers)
                .forEach(answer -> gate.put("answer-" + answer, new GateAnswer("said", false)));
        return new Content(
                1,
                Set.of(),
                null,
                Content.EMPTY.summary(),
                Content.EMPTY.firstOpinion(),
                null,
                List.of(),
                gate);
    }
}
