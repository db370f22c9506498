/**
 * How fast, beside what somebody would otherwise use, in one run on one machine.
 *
 * <p>Peers take turns in rounds, so that a busy neighbour slows all of them; what is quoted is the
 * ratio of their medians. An error in a round voids the run. Counters (WAL, buffers, CPU seconds)
 * are taken from the server, not from the clients.
 */
package org.consilium.benchmarks;
