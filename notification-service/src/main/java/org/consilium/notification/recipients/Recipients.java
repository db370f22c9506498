package org.consilium.notification.recipients;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.UUID;
import org.consilium.kit.work.UnitOfWork;
import org.consilium.notification.telling.Audience;

/**
 * Whom an audience reaches on a case: asked when a telling is spread, and of each recipient again
 * before a message goes out. The rule stands here once, in SQL, because what is due is asked it in
 * the statement that claims.
 */
@ApplicationScoped
public class Recipients {

    /**
     * Whether {@code a}, somebody's relation to the case, puts them among those whom n.audience
     * means; {@code m} is what the patient allows them, null where nothing is known of it.
     */
    private static final String IS_MEANT =
            """
            (a.until is null or a.until > :now) and case split_part(n.audience, ':', 1)
                when 'case' then a.relation = any (string_to_array(split_part(n.audience, ':', 2), ','))
                when 'allowed' then a.relation = 'PATIENT'
                    or a.relation in ('REPRESENTATIVE', 'REFERRER')
                       and (m.scopes is null or split_part(n.audience, ':', 2) = any (string_to_array(m.scopes, ' ')))
                when 'acting' then a.relation = 'PATIENT'
                    or a.relation = 'REPRESENTATIVE'
                       and (m.scopes is null or split_part(n.audience, ':', 2) = any (string_to_array(m.scopes, ' ')))
                else true end
            """;

    private static final String MEANT =
            """
            select distinct a.person
            from (select cast(:case as uuid) as case_id, cast(:audience as text) as audience) n
            join case_access a using (case_id) left join permission m using (case_id, person)
            where\s"""
                    + IS_MEANT;

    /**
     * Whether {@code n}, a notification, is still for its recipient. Whoever was named by the event
     * is asked only whether they have left the patient's side; members of a role are not asked.
     */
    public static final String IS_STILL_MEANT =
            """
            case when split_part(n.audience, ':', 1) in ('case', 'allowed', 'acting', 'person') then
                split_part(n.audience, ':', 1) = 'person'
                    and not exists (select 1 from permission p where p.case_id = n.case_id and p.person = n.recipient)
                or exists (
                    select 1 from case_access a left join permission m using (case_id, person)
                    where a.case_id = n.case_id and a.person = n.recipient and\s"""
                    + IS_MEANT
                    + ") else true end";

    /** Those who stand so to the case, or are allowed to read of it, at this moment. */
    public Uni<Set<UUID>> of(UUID caseId, Audience audience, UnitOfWork work) {
        return work.session()
                .createNativeQuery(MEANT, UUID.class)
                .setParameter("case", caseId)
                .setParameter("audience", audience.toString())
                .setParameter("now", work.now().atOffset(ZoneOffset.UTC))
                .getResultList()
                .map(Set::copyOf);
    }
}
