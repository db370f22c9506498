package org.consilium.stack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.minio.GetObjectArgs;
import io.minio.PutObjectArgs;
import io.minio.errors.MinioException;
import java.io.ByteArrayInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.Socket;
import java.util.Base64;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.consilium.stack.parts.VirusScanner;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Each backing service does what the services rely on. */
class BackingPartsIT {

    private static PartAddresses parts;

    @BeforeAll
    static void started() {
        parts = BackingParts.addresses();
    }

    @Test
    void a_database_user_works_in_it_and_cannot_change_its_schema() throws Exception {
        var name = "it_" + UUID.randomUUID().toString().substring(0, 8);
        parts.postgres().create(name, "user", "owner");
        parts.postgres().create(name, "user", "owner");
        var url = "jdbc:postgresql://" + parts.postgres().address() + "/" + name;
        try (var owner = java.sql.DriverManager.getConnection(url, name + "_owner", "owner");
                var user = java.sql.DriverManager.getConnection(url, name, "user")) {
            owner.createStatement().execute("create table row (id int)");
            assertThat(user.createStatement().executeUpdate("insert into row values (1)"))
                    .isEqualTo(1);
            assertThatThrownBy(() -> user.createStatement().execute("create table other (id int)"))
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void topics_exist_with_twelve_partitions_and_never_by_use() throws Exception {
        Topics.create(parts.kafka(), "it.");
        Topics.create(parts.kafka(), "it.");
        try (var admin = Topics.admin(parts.kafka())) {
            var topic =
                    admin.describeTopics(java.util.List.of("it.review.events"))
                            .allTopicNames()
                            .get(10, TimeUnit.SECONDS);
            assertThat(topic.get("it.review.events").partitions()).hasSize(12);
        }
    }

    @Test
    void a_token_names_the_person_the_role_and_only_the_audience_asked_for() {
        var token = new Tokens(parts.issuer()).of("carla", "review");
        var claims =
                Json.parse(new String(Base64.getUrlDecoder().decode(token.split("\\.")[1]), UTF_8));
        assertThat(claims.at("/sub").asText()).isEqualTo("00000000-0000-4000-8000-000000000004");
        assertThat(claims.at("/realm_access/roles").toString()).contains("\"coordinator\"");
        assertThat(claims.at("/aud").asText()).isEqualTo("review");
        assertThat(claims.at("/iss").asText()).isEqualTo(parts.issuer());
    }

    @Test
    void a_service_gets_a_token_of_its_own() {
        var secret = parts.clientSecrets().get("notification-service");
        var token = new Tokens(parts.issuer()).ofService("notification-service", secret, "intake");
        assertThat(new String(Base64.getUrlDecoder().decode(token.split("\\.")[1]), UTF_8))
                .contains("\"service\"");
    }

    @Test
    void an_object_comes_back_and_a_wrong_key_is_refused() throws Exception {
        var store = parts.objects().get("documents");
        Buckets.create(store, "it-objects");
        var bytes = "kept".getBytes(UTF_8);
        var put =
                PutObjectArgs.builder().bucket("it-objects").object("one").stream(
                                new ByteArrayInputStream(bytes), (long) bytes.length, -1L)
                        .build();
        Buckets.client(store).putObject(put);
        var get = GetObjectArgs.builder().bucket("it-objects").object("one").build();
        try (var object = Buckets.client(store).getObject(get)) {
            assertThat(object.readAllBytes()).isEqualTo(bytes);
        }
        var stranger =
                new PartAddresses.ObjectStore(
                        store.endpoint(), store.region(), store.accessKey(), "wrong");
        assertThatThrownBy(() -> Buckets.client(stranger).getObject(get))
                .isInstanceOf(MinioException.class);
    }

    @Test
    void a_service_cannot_reach_the_objects_of_another() throws Exception {
        var owner = parts.objects().get("documents");
        Buckets.create(owner, "it-of-documents");
        var bytes = "theirs".getBytes(UTF_8);
        var put =
                PutObjectArgs.builder().bucket("it-of-documents").object("one").stream(
                                new ByteArrayInputStream(bytes), (long) bytes.length, -1L)
                        .build();
        Buckets.client(owner).putObject(put);
        var other = Buckets.client(parts.objects().get("review"));
        var get = GetObjectArgs.builder().bucket("it-of-documents").object("one").build();
        assertThatThrownBy(() -> other.getObject(get)).isInstanceOf(MinioException.class);
        assertThatThrownBy(() -> other.putObject(put)).isInstanceOf(MinioException.class);
        assertThat(other.listBuckets())
                .allSatisfy(bucket -> assertThat(bucket.name()).isNotEqualTo("it-of-documents"));
    }

    @Test
    void a_mail_sent_to_somebody_can_be_read() throws Exception {
        var somebody = UUID.randomUUID() + "@consilium.example";
        send(somebody);
        assertThat(new Mails(parts.mail().api()).to(somebody))
                .singleElement()
                .satisfies(
                        mail -> assertThat(mail.messageId()).isEqualTo("<it-1@consilium.example>"));
        assertThat(new Mails(parts.mail().api()).to("nobody@consilium.example")).isEmpty();
    }

    @Test
    void the_scanner_finds_the_test_virus_and_only_that() throws Exception {
        assertThat(scan(VirusScanner.eicar())).contains(" FOUND");
        assertThat(scan("a letter".getBytes(UTF_8))).contains("OK");
    }

    private static void send(String recipient) throws IOException {
        try (var socket = new Socket(parts.mail().host(), parts.mail().smtpPort());
                var out = new PrintWriter(socket.getOutputStream(), true, UTF_8)) {
            out.print(
                    "HELO it\r\nMAIL FROM:<it@consilium.example>\r\nRCPT TO:<"
                            + recipient
                            + ">\r\nDATA\r\n"
                            + "Message-ID: <it-1@consilium.example>\r\nSubject: it\r\n\r\nbody\r\n.\r\nQUIT\r\n");
            out.flush();
            socket.getInputStream().readAllBytes();
        }
    }

    private static String scan(byte[] bytes) throws IOException {
        var address = parts.scanner().split(":");
        try (var socket = new Socket(address[0], Integer.parseInt(address[1]))) {
            var out = new DataOutputStream(socket.getOutputStream());
            out.write("zINSTREAM\0".getBytes(UTF_8));
            out.writeInt(bytes.length);
            out.write(bytes);
            out.writeInt(0);
            out.flush();
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        }
    }
}
