package org.consilium.notification.sending;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.consilium.kit.work.Ids;
import org.consilium.kit.work.UnitOfWork;
import org.consilium.notification.channels.Channels;
import org.consilium.notification.preferences.PreferenceBook;
import org.consilium.notification.preferences.Preferences;
import org.consilium.notification.preferences.Way;
import org.consilium.notification.telling.AfterDeath;
import org.consilium.notification.telling.Told;
import org.consilium.notification.telling.Weight;

/** One row per person who is told: the inbox entry, and its deliveries. */
@ApplicationScoped
public class Notifications {

    private final Ids ids;
    private final PreferenceBook book;
    private final Channels channels;

    Notifications(Ids ids, PreferenceBook book, Channels channels) {
        this.ids = ids;
        this.book = book;
        this.channels = channels;
    }

    /**
     * Repeatable: who has this one already gets nothing more; nor does whom {@link Silence} keeps.
     */
    public Uni<Void> queue(Told told, Collection<UUID> recipients, UnitOfWork work) {
        return book.of(recipients, work)
                .chain(
                        wishes ->
                                Multi.createFrom()
                                        .iterable(recipients)
                                        .onItem()
                                        .transformToUniAndConcatenate(
                                                person -> queue(told, person, wishes, work))
                                        .collect()
                                        .last())
                .replaceWithVoid();
    }

    private Uni<Integer> queue(
            Told told, UUID recipient, Map<UUID, Preferences> wishes, UnitOfWork work) {
        var own = wishes.getOrDefault(recipient, Preferences.NONE);
        var ways = Way.of(told.telling().kind(), own, channels.offered(), work.now());
        var facts = told.telling().facts();
        return work.session()
                .createNativeQuery(
                        """
                        with told as (
                            insert into notification (id, case_id, kind, recipient, event_id, message_key, happened_at, due_at, counted, audience, traceparent)
                            select :id, :case, :kind, :recipient, :event, :key, :happened,
                                   cast(cast(:due as text) as timestamptz), cast(cast(:count as text) as int), :audience,
                                   (select t.traceparent from telling t where t.event_id = :event and t.kind = :kind limit 1)
                            where not exists (select 1 from silence s where s.case_id = :case and s.person = :recipient
                                                                        and (s.wholly or :kind not in (:told_after_death)))
                            on conflict (message_key) do nothing returning id)
                        insert into delivery (notification_id, channel, state, since, attempts, due_at, urgent, digest_of)
                        select told.id, way.channel, 'QUEUED', way.not_before, 0, way.not_before, :urgent,
                               case when way.digest then cast(:recipient as uuid) end
                        from told, jsonb_to_recordset(cast(cast(:ways as text) as jsonb))
                                   as way(channel text, not_before timestamptz, digest boolean)""")
                .setParameter("id", ids.next())
                .setParameter("case", told.caseId())
                .setParameter("kind", told.telling().kind().code())
                .setParameter("recipient", recipient)
                .setParameter("event", told.eventId())
                .setParameter(
                        "key",
                        MessageKey.of(
                                told.caseId(), told.telling().kind(), recipient, told.eventId()))
                .setParameter("happened", told.happenedAt().atOffset(ZoneOffset.UTC))
                .setParameter("due", facts.due() == null ? null : facts.due().toString())
                .setParameter("count", facts.count() == null ? null : facts.count().toString())
                .setParameter("audience", told.telling().audience().toString())
                .setParameter("ways", json(ways))
                .setParameter("urgent", told.telling().kind().weight() == Weight.URGENT)
                .setParameter("told_after_death", AfterDeath.codes())
                .executeUpdate();
    }

    /** One statement per person, however many ways there are. */
    private static String json(List<Way> ways) {
        var array = new JsonArray();
        ways.forEach(
                way ->
                        array.add(
                                new JsonObject()
                                        .put("channel", way.channel().code())
                                        .put("not_before", way.notBefore().toString())
                                        .put("digest", way.digest())));
        return array.encode();
    }
}
