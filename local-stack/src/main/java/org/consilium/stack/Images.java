package org.consilium.stack;

/** The images of docker-compose.yml but for the mails; a test compares the two. */
final class Images {

    static final String POSTGRES = "postgres:18.1";
    static final String KAFKA = "apache/kafka:4.2.1";
    static final String KEYCLOAK = "quay.io/keycloak/keycloak:26.7.3";
    static final String S3 = "andrewgaul/s3proxy:sha-4.1.0";
    static final String MAIL = "greenmail/standalone:2.1.13";
    static final String CLAMAV = "clamav/clamav:1.4";

    private Images() {}
}
