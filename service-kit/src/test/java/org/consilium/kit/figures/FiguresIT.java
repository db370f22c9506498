package org.consilium.kit.figures;

import static io.restassured.RestAssured.given;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URL;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.consilium.kit.probe.Probe;
import org.consilium.kit.probe.ReviewStandIn;
import org.consilium.stack.BackingPartsResource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
        value = BackingPartsResource.class,
        initArgs = @ResourceArg(name = "service", value = "intake"))
@WithTestResource(ReviewStandIn.class)
class FiguresIT {

    private static final Pattern SINCE_AN_HOUR =
            Pattern.compile("cases_parked_oldest_seconds 3[6-9][0-9]{2}");

    private static final Pattern OLD = Pattern.compile("figures_age_seconds ([5-9]|[0-9]{2,})\\.");

    @TestHTTPResource(value = "/metrics", management = true)
    URL metrics;

    private final UUID caseId = UUID.randomUUID();

    @Test
    void a_parked_case_shows_with_its_source_and_without_its_id() throws SQLException {
        try (var database = Probe.connection();
                var park =
                        database.prepareStatement(
                                "insert into inbox_head (source, case_id, parked_since) values ('review', ?, now() - interval '1 hour')")) {
            park.setObject(1, caseId);
            park.execute();
        }
        await().atMost(20, SECONDS).until(() -> SINCE_AN_HOUR.matcher(told()).find());
        assertThat(told())
                .contains("cases_parked{source=\"review\"}")
                .doesNotContain(caseId.toString());
    }

    @Test
    void a_figure_that_cannot_be_found_keeps_no_other_from_being_told_and_its_age_shows() {
        await().atMost(20, SECONDS).until(() -> OLD.matcher(told()).find());
        assertThat(told())
                .contains("figure_after_the_broken_one 7.0")
                .doesNotContain("figure_broken{");
    }

    @ApplicationScoped
    static class Broken implements Figures {

        @Override
        public List<Figure> figures() {
            return List.of(
                    new Figure("figure.broken", "never found", "select * from no_such_table"),
                    new Figure("figure.after.the.broken.one", "always", "select 7 as figure"));
        }
    }

    @Test
    void metrics_are_not_where_people_and_other_systems_come() {
        given().get("/q/metrics").then().statusCode(404);
        given().get("/q/health/ready").then().statusCode(404);
    }

    @Test
    void what_is_no_code_is_no_label() {
        assertThat(FigureRows.code("in-triage")).isEqualTo("in-triage");
        assertThat(FigureRows.code("Mr Smith's case")).isEqualTo("other");
        assertThat(FigureRows.code(null)).isEqualTo("other");
    }

    private String told() {
        return given().get(metrics).asString();
    }
}
