package org.consilium.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consilium.contracts.Source.DOCUMENTS;
import static org.consilium.contracts.Source.REVIEW;

import io.minio.PutObjectArgs;
import java.io.ByteArrayInputStream;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringSerializer;
import org.consilium.stack.Buckets;
import org.consilium.stack.PartAddresses;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The commands that look beyond the databases, on a real Kafka and a real store. */
class OutsideIT {

    private static Installation here;
    private static PartAddresses.ObjectStore store;
    private static PartAddresses.ObjectStore letters;

    @BeforeAll
    static void installed() throws Exception {
        here = new Installation();
        store = opened("documents");
        letters = opened("review");
        here.with("QUARANTINE_BUCKET", here.run() + "-quarantine")
                .with("VAULT_BUCKET", here.run() + "-vault")
                .with("LETTERS_BUCKET", here.run() + "-letters");
    }

    private static PartAddresses.ObjectStore opened(String service) throws Exception {
        var own = here.parts().objects().get(service);
        for (var purpose : Buckets.PURPOSES.get(service)) {
            Buckets.create(own, here.run() + "-" + purpose);
        }
        var prefix = service.toUpperCase(Locale.ROOT) + "_S3_";
        here.with("S3_REGION", own.region())
                .with(prefix + "ENDPOINT", own.endpoint())
                .with(prefix + "ACCESS_KEY", own.accessKey())
                .with(prefix + "SECRET_KEY", own.secretKey());
        return own;
    }

    @Test
    void reconciling_names_an_orphan_and_the_document_whose_bytes_are_gone() throws Exception {
        var kept = UUID.randomUUID();
        var gone = UUID.randomUUID();
        var orphan = UUID.randomUUID();
        var document = accepted(gone);
        accepted(kept);
        put(store, "vault", kept.toString());
        put(store, "vault", orphan.toString());
        put(store, "quarantine", "not-one-of-ours");
        var said = here.ops("reconcile", "--older-than", "PT0S");
        assertThat(said.exitCode()).isEqualTo(1);
        assertThat(said.out())
                .contains("bucket=" + here.run() + "-vault orphan=" + orphan)
                .contains("missing=" + gone + " document=" + document)
                .contains("bucket=" + here.run() + "-vault objects=2 orphans=1 missing=1 others=0")
                .contains(
                        "bucket="
                                + here.run()
                                + "-quarantine objects=0 orphans=0 missing=0 others=1")
                .doesNotContain("not-one-of-ours")
                .doesNotContain(kept.toString());
    }

    @Test
    void reconciling_names_a_letter_that_nobody_has_and_the_case_whose_letter_is_gone()
            throws Exception {
        var kept = UUID.randomUUID();
        var gone = UUID.randomUUID();
        var orphan = UUID.randomUUID();
        var caseId = signed(gone);
        signed(kept);
        put(letters, "letters", kept + ".pdf");
        put(letters, "letters", orphan + ".pdf");

        var said = here.ops("reconcile", "--older-than", "PT0S");

        assertThat(said.out())
                .contains("bucket=" + here.run() + "-letters orphan=" + orphan + ".pdf")
                .contains("missing=" + gone + ".pdf case=" + caseId)
                .contains(
                        "bucket=" + here.run() + "-letters objects=2 orphans=1 missing=1 others=0")
                .doesNotContain(kept.toString());
    }

    @Test
    void the_backlog_says_how_far_a_consumer_is_behind() throws Exception {
        var topic = here.run() + ".intake.events";
        var address = here.parts().kafka();
        try (var producer =
                new KafkaProducer<>(
                        Map.<String, Object>of("bootstrap.servers", address),
                        new StringSerializer(),
                        new StringSerializer())) {
            for (int i = 0; i < 5; i++) {
                producer.send(new ProducerRecord<>(topic, 0, "k", "v")).get();
            }
        }
        try (var kafka = Admin.create(Map.of("bootstrap.servers", address))) {
            kafka.alterConsumerGroupOffsets(
                            "review-service",
                            Map.of(new TopicPartition(topic, 0), new OffsetAndMetadata(2)))
                    .all()
                    .get();
        }
        var said = here.with("KAFKA_ADDRESS", address).ops("backlog");
        assertThat(said.out())
                .contains("group=review-service topic=" + topic + " behind=3 consumers=0");
        assertThat(said.exitCode()).as("it hears nothing").isEqualTo(1);
    }

    private static UUID accepted(UUID key) throws SQLException {
        var caseId = UUID.randomUUID();
        var document = UUID.randomUUID();
        here.change(DOCUMENTS, "insert into shelf (case_id) values (?)", caseId);
        here.change(
                DOCUMENTS,
                """
                insert into document (id, case_id, state, kind, first_opinion, file_name, uploaded_by, bytes, bytes_here,
                    reserved_at, expires_at, object_key)
                values (?, ?, 'accepted', '18842-5', false, 'zqx00001k.pdf', gen_random_uuid(), 1, 1, now(), now(), ?)""",
                document,
                caseId,
                key);
        return document;
    }

    private static UUID signed(UUID letter) throws SQLException {
        var caseId = UUID.randomUUID();
        here.change(
                REVIEW,
                """
                insert into opinion (id, case_id, version, reviewer, signer_name, licence_country, licence_number, content,
                    signed_at, letter_key, letter_sha256)
                values (gen_random_uuid(), ?, 1, gen_random_uuid(), 'zqx00001k', 'GB', '1', '{}', now(), ?, '')""",
                caseId,
                letter + ".pdf");
        return caseId;
    }

    private static void put(PartAddresses.ObjectStore into, String purpose, String key)
            throws Exception {
        Buckets.client(into)
                .putObject(
                        PutObjectArgs.builder()
                                .bucket(here.run() + "-" + purpose)
                                .object(key)
                                .stream(new ByteArrayInputStream(new byte[] {1}), 1L, -1L)
                                .build());
    }
}
