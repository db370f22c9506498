package org.consilium.system.rights;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.consilium.system.Service;
import org.consilium.system.rights.Edge.Guard;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Nothing is callable that nobody decided on. */
class RightsTest {

    private static final String THE_MAILED_LINK =
            "the secret in the mailed link, which ends mails of one kind and tells nothing";
    private static final String THE_UPLOAD_LINK =
            "the header Upload-Link: 256 random bits of a link in force, for its own uploads only";

    private static final String THE_PRICE_FIRST =
            "nothing: what is on offer, costs and asks consent for is seen before anything is entered";

    private static final String A_LETTERS_LINK =
            "token and passcode in the body: 256 random bits of a link in force, and eight characters of which the fifth wrong ones lock it";

    private static final String WHOSE_SEAL =
            "nothing: whoever holds a letter may have the certificate by which its seal is verified";

    /** Addresses that need no token, each with what stands in its place. */
    private static final Map<String, String> OPEN =
            Map.ofEntries(
                    Map.entry("GET /api/programmes", THE_PRICE_FIRST),
                    Map.entry("GET /api/programmes/purposes", THE_PRICE_FIRST),
                    Map.entry("GET /api/programmes/{id}/versions/{version}", THE_PRICE_FIRST),
                    Map.entry(
                            "GET /api/notification-preferences/unsubscription/{token}",
                            THE_MAILED_LINK),
                    Map.entry(
                            "POST /api/notification-preferences/unsubscription/{token}",
                            THE_MAILED_LINK),
                    Map.entry("GET /api/reviews/seal", WHOSE_SEAL),
                    Map.entry("POST /api/shared-letters", A_LETTERS_LINK),
                    Map.entry("GET /api/documents/link", THE_UPLOAD_LINK),
                    Map.entry("GET /api/documents/link/uploads", THE_UPLOAD_LINK),
                    Map.entry("POST /api/documents/link/uploads", THE_UPLOAD_LINK),
                    Map.entry("HEAD /api/documents/link/uploads/{uploadId}", THE_UPLOAD_LINK),
                    Map.entry("PATCH /api/documents/link/uploads/{uploadId}", THE_UPLOAD_LINK),
                    Map.entry("DELETE /api/documents/link/uploads/{uploadId}", THE_UPLOAD_LINK));

    @ParameterizedTest
    @EnumSource
    void every_published_operation_is_a_guarded_method_and_the_other_way_round(Service service) {
        var edges = new TreeSet<String>();
        Edges.of(service).forEach(edge -> edges.add(edge.call()));
        assertThat(OpenApi.calls(service))
                .as(
                        """
                        docs/openapi/%s.yaml against the resource methods: package the service, then
                        mvn -pl system-tests test -Dtest=OpenApiPagesTest -Dupdate.docs=true"""
                                .formatted(service.code()))
                .isEqualTo(edges);
    }

    @ParameterizedTest
    @EnumSource
    void every_operation_stands_in_the_policy(Service service) {
        var rules = RightsTable.of(service).operations().keySet();
        for (var edge : Edges.of(service)) {
            switch (edge.guard()) {
                case Guard.Policy(var operation) ->
                        assertThat(rules)
                                .as(
                                        "%s is guarded by '%s', of which no policy speaks: add a rule of that name to %s-service's *Policy, then run its tests with -Dupdate.docs=true",
                                        edge.call(), operation, service.code())
                                .contains(operation);
                case Guard.Roles(var names) -> assertThat(names).as(edge.call()).isNotEmpty();
                case Guard.Open() ->
                        assertThat(OPEN.keySet())
                                .as(
                                        "%s needs no token: say in RightsTest.OPEN what stands in its place",
                                        edge.call())
                                .contains(edge.call());
                case Guard.Missing() ->
                        throw new AssertionError(
                                edge.call()
                                        + " says nobody may call it: add @Guarded(\"<operation>\") and a rule of that name to "
                                        + service.code()
                                        + "-service's *Policy");
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void every_rule_of_the_policy_guards_something(Service service) {
        assertThat(RightsTable.of(service).operations().keySet()).isEqualTo(guarded(service));
    }

    /** product.md: runs the installation and sees no patient content. */
    @ParameterizedTest
    @EnumSource
    void neither_an_operator_nor_a_service_is_in_a_rule_about_a_case(Service service) {
        var table = RightsTable.of(service);
        for (var edge : Edges.of(service)) {
            if (edge.isAboutACase() && edge.guard() instanceof Guard.Policy(var operation)) {
                assertThat(table.operations().get(operation).roles())
                        .as(edge.call())
                        .doesNotContain("operator", "service");
            }
        }
        table.fields()
                .forEach(
                        (field, readers) ->
                                assertThat(readers.roles().keySet())
                                        .as(field)
                                        .doesNotContain("operator", "service"));
    }

    /** quality.md: whoever breaks the glass reads. */
    @ParameterizedTest
    @EnumSource
    void broken_glass_opens_nothing_that_changes_anything(Service service) {
        var rules = RightsTable.of(service).operations();
        for (var edge : Edges.of(service)) {
            if (edge.guard() instanceof Guard.Policy(var operation)
                    && rules.get(operation).relations().contains("break-glass")) {
                assertThat(edge.method()).as(edge.call()).isEqualTo("GET");
            }
        }
    }

    private static Set<String> guarded(Service service) {
        return Edges.of(service).stream()
                .filter(edge -> edge.guard() instanceof Guard.Policy)
                .map(edge -> ((Guard.Policy) edge.guard()).operation())
                .collect(toCollection(TreeSet::new));
    }
}
