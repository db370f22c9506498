package org.consilium.kit.start;

import jakarta.interceptor.Interceptor;

/** What has to hold before a service starts; {@code docs/start-checks.md} is written from it. */
public enum StartRule {
    GIVEN("a setting without a default is given", "each that the properties files name"),
    READABLE(
            "an address is host:port, a URL begins with http, a port is a number, and whatever has a type is of it",
            "by the setting's name, and by the framework"),
    DATABASE_ANSWERS(
            "PostgreSQL answers before a service starts",
            "a connection as POSTGRES_USER, and one as POSTGRES_OWNER, tried for half a minute"),
    DATABASE_SIGNS_IN("PostgreSQL lets the service and its owner sign in", "the same"),
    DATABASE_IS_OURS(
            "a service works in its own database",
            "the one row of the table stamp, written by the first migration that has it; a database without one is new"),
    DATABASE_KEEPS(
            "what PostgreSQL acknowledges is on its disk: fsync, full_page_writes and synchronous_commit are on",
            "as they hold for the service's user; POSTGRES_MAY_LOSE_DATA=true is for tests only"),
    DATABASE_CLOCK(
            "the clocks of service and PostgreSQL are at most CLOCK_SKEW_LIMIT apart (default PT5S)",
            "clock_timestamp(), less the time it took to ask"),
    REALM(
            "OIDC_ISSUER is where the realm is",
            "its openid-configuration; Keycloak being away is no fault"),
    SECRET(
            "the service signs in to Keycloak with its own secret",
            "a token asked by client credentials; Keycloak being away is no fault"),
    ISSUER(
            "tokens name the issuer whom the service trusts",
            "the token's iss beside what the realm calls itself, or quarkus.oidc.token.issuer where that is set"),
    KEYCLOAK_CLOCK(
            "the clocks of service and Keycloak are at most CLOCK_SKEW_LIMIT apart (default PT5S)",
            "the Date of its answer, less the time it took to ask"),
    NO_FAIL_POINTS(
            "nothing makes a service die on purpose outside of a test",
            "FAIL_POINTS is taken only beside POSTGRES_MAY_LOSE_DATA=true"),
    STORE(
            "the store takes the service's key",
            "an object asked for in its bucket; the store being away is no fault"),
    KEY("a key is long enough to be one", "NOTIFICATION_SECRET has at least 32 characters"),
    SEAL(
            "letters can be sealed",
            "LETTER_SEAL_PASSWORD opens LETTER_SEAL_KEYSTORE, and its key has a certificate that is valid on the day");

    /** The priority of a bean that judges a rule: no consumer has joined and no job has begun. */
    public static final int ASKED_FIRST = Interceptor.Priority.PLATFORM_BEFORE - 1;

    private final String sentence;
    private final String how;

    StartRule(String sentence, String how) {
        this.sentence = sentence;
        this.how = how;
    }

    /** What holds. */
    public String sentence() {
        return sentence;
    }

    /** How it is found out. */
    public String how() {
        return how;
    }
}
