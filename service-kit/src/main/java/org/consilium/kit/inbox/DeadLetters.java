package org.consilium.kit.inbox;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.consilium.kit.events.Envelope;
import org.consilium.kit.work.Ids;
import org.consilium.kit.work.UnitOfWork;

/**
 * Messages that could not be applied: kept whole with the reason, their case parked for that source
 * until they are replayed.
 *
 * <p>A second delivery of the same record adds nothing. A record whose case cannot be told parks
 * none.
 */
@ApplicationScoped
class DeadLetters {

    private final Ids ids;

    DeadLetters(Ids ids) {
        this.ids = ids;
    }

    Uni<Void> keep(ConsumerRecord<String, byte[]> record, String reason, UnitOfWork work) {
        var origin = origin(record);
        return insert(record, origin, reason, work)
                .chain(
                        () ->
                                origin.isPresent()
                                        ? park(origin.get(), work)
                                        : Uni.createFrom().voidItem());
    }

    private Uni<Void> insert(
            ConsumerRecord<String, byte[]> record,
            Optional<Envelope> origin,
            String reason,
            UnitOfWork work) {
        return work.session()
                .createNativeQuery(
                        """
                        insert into dead_letter (id, source, case_id, seq, topic, partition, record_offset, headers, payload, reason, died_at)
                        values (:id, cast(:source as text), cast(cast(:case as text) as uuid), cast(cast(:seq as text) as bigint), :topic, :partition, :offset,
                                :headers, cast(:payload as bytea), :reason, :at)
                        on conflict do nothing""")
                .setParameter("id", ids.next())
                .setParameter("source", origin.map(e -> e.source().code()).orElse(null))
                .setParameter("case", origin.map(e -> e.caseId().toString()).orElse(null))
                .setParameter("seq", origin.map(e -> Long.toString(e.seq())).orElse(null))
                .setParameter("topic", record.topic())
                .setParameter("partition", record.partition())
                .setParameter("offset", record.offset())
                .setParameter("headers", text(record.headers()))
                .setParameter("payload", record.value() == null ? new byte[0] : record.value())
                .setParameter("reason", reason)
                .setParameter("at", work.now().atOffset(ZoneOffset.UTC))
                .executeUpdate()
                .replaceWithVoid();
    }

    private static Uni<Void> park(Envelope origin, UnitOfWork work) {
        return work.session()
                .createNativeQuery(
                        """
                        insert into inbox_head (source, case_id, parked_since) values (:source, :case, :at)
                        on conflict (source, case_id) do update set parked_since = coalesce(inbox_head.parked_since, :at)""")
                .setParameter("source", origin.source().code())
                .setParameter("case", origin.caseId())
                .setParameter("at", work.now().atOffset(ZoneOffset.UTC))
                .executeUpdate()
                .replaceWithVoid();
    }

    /** Empty when the headers do not tell; then the case cannot be parked. */
    private static Optional<Envelope> origin(ConsumerRecord<String, byte[]> record) {
        try {
            return Optional.of(Envelope.read(record.headers(), record.value()))
                    .filter(envelope -> record.topic().endsWith(envelope.source().topic()));
        } catch (Envelope.Malformed unreadable) {
            return Optional.empty();
        }
    }

    private static String text(Headers headers) {
        return Arrays.stream(headers.toArray())
                .map(
                        h ->
                                h.key()
                                        + ": "
                                        + new String(
                                                        h.value() == null ? new byte[0] : h.value(),
                                                        StandardCharsets.UTF_8)
                                                .replace('\0', '?'))
                .collect(Collectors.joining("\n"));
    }
}
