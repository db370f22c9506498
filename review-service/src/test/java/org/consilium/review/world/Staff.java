package org.consilium.review.world;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What the clinical lead and the coordinator enter before cases come. */
public final class Staff {

    /** All tests of a run share the reviewers, and few of them end what they begin. */
    public static final int PLENTY = 1000;

    private static final Person LENA = new Person("lena");

    private Staff() {}

    public static UUID anOrganisation(String name) {
        var entry =
                Map.of(
                        "name", name,
                        "country", "PK",
                        "city", "Lahore",
                        "level", "TEACHING",
                        "subspecialties", List.of("394593009"));
        return UUID.fromString(
                LENA.post("/api/organisations", entry).then().statusCode(201).extract().path("id"));
    }

    /** Of these reviewers and no others it can be asked, in this field. */
    public static void reviewersOf(String specialty, String... usernames) {
        for (var username : usernames) {
            reviewer(username, Set.of(specialty), null, PLENTY);
        }
    }

    /** Entered, or entered anew. */
    public static void reviewer(
            String username, Set<String> specialties, UUID organisation, int capacity) {
        enter(username, entry(username, specialties, organisation, capacity));
    }

    /** Entered anew, with a licence that ends. */
    public static void licensedUntil(String username, String specialty, LocalDate day) {
        var entry = new java.util.HashMap<>(entry(username, Set.of(specialty), null, PLENTY));
        entry.put(
                "licences",
                List.of(
                        Map.of(
                                "country",
                                "PK",
                                "number",
                                "PMC-" + username,
                                "validUntil",
                                day.toString())));
        enter(username, entry);
    }

    public static void enter(String username, Map<String, Object> entry) {
        var path = "/api/reviewers/" + Person.id(username);
        var known = LENA.get(path);
        if (known.statusCode() == 404) {
            LENA.post(
                            "/api/reviewers",
                            Map.of("person", Person.id(username).toString(), "entry", entry))
                    .then()
                    .statusCode(201);
        } else {
            LENA.put(path, entry, known.header("ETag")).then().statusCode(200);
        }
    }

    public static Map<String, Object> entry(
            String username, Set<String> specialties, UUID organisation, int capacity) {
        var entry = new java.util.HashMap<String, Object>();
        entry.put("displayName", "Dr " + username);
        entry.put("degrees", List.of("MBBS", "MD"));
        entry.put("fellowships", List.of("FRCP"));
        entry.put("currentPractice", "Consultant");
        entry.put("specialties", specialties);
        // okafor has both languages of the cases here, so she is asked first.
        entry.put("languages", username.equals("okafor") ? List.of("en", "ur") : List.of("en"));
        entry.put("healthSystems", List.of("PK"));
        entry.put(
                "licences",
                List.of(
                        Map.of(
                                "country",
                                "PK",
                                "number",
                                "PMC-" + username,
                                "validUntil",
                                World.today().plusYears(1).toString())));
        entry.put("organisation", organisation);
        entry.put("capacity", capacity);
        entry.put("status", "ACTIVE");
        return entry;
    }
}
