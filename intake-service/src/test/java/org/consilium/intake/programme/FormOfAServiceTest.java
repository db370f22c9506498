package org.consilium.intake.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.consilium.contracts.OpinionForm;
import org.junit.jupiter.api.Test;

class FormOfAServiceTest {

    private static final Programme FAMILY_ABROAD =
            new Programmes(List.of("family-abroad-1.yaml")).current("family-abroad").orElseThrow();

    @Test
    void whoever_asks_what_results_mean_is_told_that_value_by_value() {
        var due = form("lab-results-explained", Set.of("surgery-recommended"));

        assertThat(due.labValues()).isTrue();
        assertThat(due.sections()).containsExactly("results-together", "what-to-do-next");
        assertThat(due.axes()).isEmpty();
    }

    @Test
    void any_other_service_has_the_programme_s_own_form() {
        var due = form("second-opinion", Set.of("surgery-recommended"));

        assertThat(due.labValues()).isFalse();
        assertThat(due.sections()).contains("diagnosis-correct", "operation");
        assertThat(due.axes()).contains("diagnosis", "treatment-plan");
    }

    @Test
    void a_form_is_for_a_service_that_there_is() {
        var text = ProgrammeFileTest.text("family-abroad-1.yaml");
        var spoilt = text.replace("lab-results-explained:", "palm-reading:");

        assertThatThrownBy(() -> ProgrammeFile.read("family-abroad-1.yaml", spoilt))
                .isInstanceOf(BrokenProgramme.class)
                .hasMessageContaining("palm-reading is not known here");
    }

    private static OpinionForm form(String service, Set<String> reasons) {
        return Checklists.form(FAMILY_ABROAD, service, reasons);
    }
}
