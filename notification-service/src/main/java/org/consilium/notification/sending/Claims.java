package org.consilium.notification.sending;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.ZoneOffset;
import org.consilium.kit.work.UnitOfWork;
import org.consilium.notification.channels.Channel;
import org.consilium.notification.recipients.Recipients;
import org.consilium.notification.telling.AfterDeath;
import org.consilium.notification.telling.Kind;

/** What is due by a channel, what is urgent first, one at a time and each to one replica. */
@ApplicationScoped
class Claims {

    /** Long enough to ask where to; whoever dies in it has sent nothing, and it is due again. */
    private static final Duration CLAIM = Duration.ofMinutes(1);

    private static final String NEXT =
            """
            with due as (
                select notification_id, channel, state, digest_of from delivery d
                where channel = :channel and state in ('QUEUED', 'SENDING') and due_at <= :now
                  and exists (select 1 from notification told
                              where told.id = d.notification_id and told.kind in (:known))
                  and not (state = 'QUEUED' and digest_of is not null and exists (
                      select 1 from delivery older
                      where older.digest_of = d.digest_of and older.channel = d.channel and older.state = 'QUEUED'
                        and older.due_at <= :now and older.notification_id < d.notification_id))
                order by urgent desc, due_at limit 1 for update skip locked),
            taken as (
                select d.notification_id, d.channel from delivery d join due on d.channel = due.channel
                where d.notification_id = due.notification_id
                   or due.state = 'QUEUED' and d.digest_of = due.digest_of and d.state = 'QUEUED' and d.due_at <= :now
                order by d.notification_id for update of d),
            claimed as (
                update delivery d set due_at = case d.state when 'QUEUED' then :claimed_until else d.due_at end
                from taken where d.notification_id = taken.notification_id and d.channel = taken.channel
                returning d.notification_id, d.channel, d.state)
            select n.id, claimed.channel, claimed.state, n.case_id, n.kind, n.recipient, n.message_key,
                   n.due_at, n.counted, c.reference, p.language as preferred, s.language as spoken, p.zone,
                   n.traceparent,
                   case when kept.person is not null and (kept.wholly or n.kind not in (:told_after_death)) then 'PATIENT_DIED'
                        when n.kind not in (:told_who_leaves) and not (\s"""
                    + Recipients.IS_STILL_MEANT
                    + """
            ) then 'NO_LONGER_ALLOWED' end as withheld
            from claimed join notification n on n.id = claimed.notification_id
            join known_case c using (case_id)
            left join preference p on p.person = n.recipient
            left join spoken_language s on s.case_id = n.case_id and s.person = n.recipient
            left join silence kept on kept.case_id = n.case_id and kept.person = n.recipient
            order by n.id""";

    /**
     * Null when nothing is due, or others have it. A digest is claimed by the oldest of its
     * deliveries, so that two replicas cannot share it out between them; the others are taken in
     * the order of their ids, in which {@link Silence} takes them too.
     */
    Uni<Bundle> next(Channel channel, UnitOfWork work) {
        return work.session()
                .createNativeQuery(NEXT, Object[].class)
                .setParameter("channel", channel.code())
                .setParameter("now", work.now().atOffset(ZoneOffset.UTC))
                .setParameter("known", Kind.codes())
                .setParameter("told_after_death", AfterDeath.codes())
                .setParameter("told_who_leaves", Kind.codesToldWhoLeaves())
                .setParameter("claimed_until", work.now().plus(CLAIM).atOffset(ZoneOffset.UTC))
                .getResultList()
                .map(rows -> rows.stream().map(Claim::of).toList())
                .map(claims -> claims.isEmpty() ? null : new Bundle(claims));
    }
}
