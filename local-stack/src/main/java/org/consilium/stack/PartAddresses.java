package org.consilium.stack;

import java.util.Map;
import org.consilium.stack.parts.Databases;

/**
 * Where the backing services answer, and with which keys.
 *
 * @param postgres superuser's view of the databases
 * @param kafka host and port
 * @param issuer the realm's URL, as tokens carry it
 * @param clientSecrets of the service clients, by client id
 * @param objects the store of each service that has one, by the service's code
 * @param mail where mails go in and are read
 * @param scanner clamd's host and port
 */
public record PartAddresses(
        Databases postgres,
        String kafka,
        String issuer,
        Map<String, String> clientSecrets,
        Map<String, ObjectStore> objects,
        Mail mail,
        String scanner) {

    /** An S3 endpoint and the identity of one service, which sees its own buckets only. */
    public record ObjectStore(String endpoint, String region, String accessKey, String secretKey) {}

    /** SMTP takes, IMAP and the HTTP interface show. */
    public record Mail(String host, int smtpPort, int imapPort, String api) {}
}
