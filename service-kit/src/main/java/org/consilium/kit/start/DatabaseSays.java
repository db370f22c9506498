package org.consilium.kit.start;

import java.time.Duration;
import java.util.Optional;
import java.util.SortedMap;

/**
 * What PostgreSQL says of itself.
 *
 * @param stamp the service whose database it is; empty before its first migration
 * @param keeping the settings that decide whether an acknowledged commit outlives a power cut
 * @param skew of its clock
 */
record DatabaseSays(Optional<String> stamp, SortedMap<String, String> keeping, Duration skew) {

    /**
     * @throws Unfit when the service of this code may not work here
     */
    void judge(String service, boolean mayLoseData, Duration limit) {
        stamp.filter(owner -> !owner.equals(service))
                .ifPresent(
                        owner -> {
                            throw new Unfit(
                                    StartRule.DATABASE_IS_OURS,
                                    "POSTGRES_ADDRESS, POSTGRES_DATABASE",
                                    "the database belongs to " + owner);
                        });
        keeping.forEach(
                (name, value) -> {
                    if (value.equals("off") && !mayLoseData) {
                        throw new Unfit(
                                StartRule.DATABASE_KEEPS,
                                "POSTGRES_ADDRESS",
                                "the server has " + name + "=off");
                    }
                });
        if (skew.compareTo(limit) > 0) {
            throw new Unfit(
                    StartRule.DATABASE_CLOCK,
                    "POSTGRES_ADDRESS, CLOCK_SKEW_LIMIT",
                    "the clocks are " + skew + " apart");
        }
    }
}
