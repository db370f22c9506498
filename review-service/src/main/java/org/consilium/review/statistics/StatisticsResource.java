package org.consilium.review.statistics;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.consilium.kit.access.Guarded;
import org.consilium.kit.web.Caller;
import org.consilium.kit.work.Transactions;

/** Whole years only: two periods that overlap would tell what lies between them. */
@Path("/api/reviews/statistics")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
class StatisticsResource {

    private final Transactions transactions;
    private final AgreementCounts counts;
    private final DoubleReadCounts doubleReads;
    private final Caller caller;
    private final Clock clock;

    StatisticsResource(
            Transactions transactions,
            AgreementCounts counts,
            DoubleReadCounts doubleReads,
            Caller caller,
            Clock clock) {
        this.transactions = transactions;
        this.counts = counts;
        this.doubleReads = doubleReads;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @Path("/agreement")
    @Guarded("read-statistics")
    public Uni<AgreementTable> agreement(
            @QueryParam("year") @NotNull @Min(2000) @Max(2999) Integer year) {
        return transactions
                .inTransaction(caller.actor(), work -> counts.of(year, work))
                .map(counted -> AgreementTable.of(year, isOver(year), counted));
    }

    @GET
    @Path("/double-reads")
    @Guarded("read-statistics")
    public Uni<DoubleReadTable> doubleReads(
            @QueryParam("year") @NotNull @Min(2000) @Max(2999) Integer year) {
        return transactions
                .inTransaction(caller.actor(), work -> doubleReads.of(year, work))
                .map(reads -> DoubleReadTable.of(year, isOver(year), reads));
    }

    private boolean isOver(int year) {
        return LocalDate.now(clock.withZone(ZoneOffset.UTC)).getYear() > year;
    }
}
