package org.consilium.ops.flow;

import java.util.concurrent.Callable;
import org.consilium.ops.console.Listing;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Cases that hear nothing from a source until a dead letter is replayed. */
@Command(
        name = "parked",
        mixinStandardHelpOptions = true,
        description =
                "Cases whose later events wait behind a dead letter, the oldest 100 of each service.")
public final class Parked implements Callable<Integer> {

    private static final String PARKED =
            """
            select h.source, h.case_id, h.parked_since, h.last_seq,
                   (select count(*) from inbox_waiting w where w.source = h.source and w.case_id = h.case_id) as waiting,
                   (select d.id from dead_letter d where d.source = h.source and d.case_id = h.case_id and d.replayed_at is null
                    order by d.seq limit 1) as dead_letter
            from inbox_head h where h.parked_since is not null order by h.parked_since limit 100""";

    @Mixin private Listing listing;

    @Override
    public Integer call() {
        return listing.of(PARKED);
    }
}
