/**
 * PostgreSQL, Kafka, Keycloak, S3, mail and virus scanner as local processes, without Docker: for
 * {@code make up} and for tests. Each part is a child process with its own directory, log and pid
 * file; it outlives whoever started it.
 */
package org.consilium.stack;
