package org.consilium.kit.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.consilium.contracts.Relation;
import org.junit.jupiter.api.Test;

class RightsTableTest {

    private final AccessPolicy policy =
            new AccessPolicy() {
                @Override
                public Map<String, Rule> rules() {
                    return Map.of(
                            "sign", Rule.ofRelations(Relation.REVIEWER),
                            "read", Rule.ofRoles("lead").orRelations(Relation.OFFERED_REVIEWER),
                            "list",
                                    Rule.ofRelations(Relation.PATIENT, Relation.REVIEWER)
                                            .andLoggedBut(Set.of(Relation.PATIENT)));
                }

                @Override
                public Map<String, Readers> fields() {
                    return Map.of(
                            "opinion",
                            Readers.nobody()
                                    .orRole("lead", "signed", "released")
                                    .orRelation(Relation.REVIEWER)
                                    .withConsentTo("read-it"));
                }
            };

    @Test
    void the_same_policy_is_always_the_same_text() {
        assertThat(RightsTable.of(policy))
                .endsWith(
                        """
                        operations:
                          list: {roles: [], relations: [patient, reviewer], logged: true, unlogged: [patient]}
                          read: {roles: [lead], relations: [offered-reviewer]}
                          sign: {roles: [], relations: [reviewer]}
                        fields:
                          opinion: {roles: {lead: [released, signed]}, relations: {reviewer: []}, scope: read-it}
                        """);
    }

    @Test
    void each_further_relation_is_one_more() {
        var rule =
                Rule.ofRelations(Relation.PATIENT)
                        .andLogged()
                        .orRelations(Relation.REVIEWER)
                        .orRelations(Relation.REFERRER);
        assertThat(rule.relations())
                .containsExactlyInAnyOrder(Relation.PATIENT, Relation.REVIEWER, Relation.REFERRER);
        assertThat(rule.logged()).isTrue();
    }

    @Test
    void a_look_is_logged_unless_the_rule_is_not_or_names_the_relation() {
        var open = Rule.ofRoles("lead").orRelations(Relation.PATIENT, Relation.REVIEWER);
        assertThat(open.logs("reviewer")).isFalse();
        assertThat(open.andLogged().logs("patient")).isTrue();
        var ofOthers = open.andLoggedBut(Set.of(Relation.PATIENT));
        assertThat(ofOthers.logs("patient")).isFalse();
        assertThat(ofOthers.logs("reviewer")).isTrue();
        assertThat(ofOthers.logs("lead")).isTrue();
    }

    @Test
    void what_stands_nowhere_is_denied() {
        assertThat(policy.rule("erase")).isEmpty();
    }
}
