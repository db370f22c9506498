package org.consilium.system.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.consilium.system.Service;

/**
 * What the clinical lead enters once: organisations, the first teams' clinicians, and the
 * reviewers.
 */
final class Reviewers {

    private static final String ONCOLOGY = "394593009";
    private static final Map<String, String> PERSON =
            Map.of(
                    "chen", "00000000-0000-4000-8000-000000000006",
                    "okafor", "00000000-0000-4000-8000-000000000007",
                    "malik", "00000000-0000-4000-8000-000000000008");

    record Entry(
            String displayName,
            List<String> degrees,
            List<String> fellowships,
            String currentPractice,
            List<String> specialties,
            List<String> languages,
            List<String> healthSystems,
            List<Map<String, Object>> licences,
            String organisation,
            int capacity,
            String status) {}

    private final Person lead;
    private final LocalDate today;

    Reviewers(Person lead, LocalDate today) {
        this.lead = lead;
        this.today = today;
    }

    /** Repeatable. */
    void enter(String firstTeam) {
        var lahore = organisation(firstTeam, "PK", "Lahore");
        var london = organisation("Thames Cancer Centre", "GB", "London");
        reviewer("chen", "Dr Mei Chen", List.of("zh", "en"), List.of("CN", "GB", "PK"), london);
        reviewer("okafor", "Dr Ada Okafor", List.of("en", "ur"), List.of("GB", "PK"), london);
        reviewer("malik", "Dr Imran Malik", List.of("en", "ur"), List.of("PK"), lahore);
    }

    String organisation(String name, String country, String city) {
        return entryNamed(
                        name,
                        lead.get(Service.REVIEW, "/api/organisations?size=100")
                                .expect(200)
                                .body()
                                .path("items"))
                .orElseGet(
                        () -> {
                            var entry =
                                    Map.of(
                                            "name", name,
                                            "country", country,
                                            "city", city,
                                            "level", "TEACHING",
                                            "subspecialties", List.of(ONCOLOGY));
                            return lead.post(Service.REVIEW, "/api/organisations", entry)
                                    .expect(201)
                                    .body();
                        })
                .path("id")
                .asText();
    }

    String clinician(String organisation, String name) {
        var path = "/api/organisations/" + organisation + "/clinicians";
        return entryNamed(name, lead.get(Service.REVIEW, path).expect(200).body())
                .orElseGet(
                        () ->
                                lead.post(Service.REVIEW, path, Map.of("name", name))
                                        .expect(201)
                                        .body())
                .path("id")
                .asText();
    }

    static String username(String person) {
        return PERSON.entrySet().stream()
                .filter(entry -> entry.getValue().equals(person))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }

    static String person(String username) {
        return PERSON.get(username);
    }

    private void reviewer(
            String username,
            String name,
            List<String> languages,
            List<String> countries,
            String organisation) {
        if (lead.get(Service.REVIEW, "/api/reviewers/" + PERSON.get(username)).status() == 200) {
            return;
        }
        var entry =
                new Entry(
                        name,
                        List.of("MBBS", "MD"),
                        List.of("FRCP"),
                        "Consultant medical oncologist",
                        List.of(ONCOLOGY),
                        languages,
                        countries,
                        countries.stream().map(this::licence).toList(),
                        organisation,
                        20,
                        "ACTIVE");
        lead.post(
                        Service.REVIEW,
                        "/api/reviewers",
                        Map.of("person", PERSON.get(username), "entry", entry))
                .expect(201);
    }

    private Map<String, Object> licence(String country) {
        return Map.of(
                "country",
                country,
                "number",
                "L-" + country,
                "validUntil",
                today.plusYears(2).toString());
    }

    private static java.util.Optional<JsonNode> entryNamed(String name, JsonNode entries) {
        return StreamSupport.stream(entries.spliterator(), false)
                .filter(entry -> entry.path("name").asText().equals(name))
                .findFirst();
    }
}
