package org.consilium.review.directory;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.consilium.kit.access.Guarded;
import org.consilium.kit.command.Answer;
import org.consilium.kit.command.Idempotency;
import org.consilium.kit.web.Caller;
import org.consilium.kit.web.Page;
import org.consilium.kit.work.Ids;
import org.consilium.kit.work.Transactions;
import org.jboss.resteasy.reactive.server.Cancellable;

/** The directory at the REST edge: coordinators resolve what a requester typed to its entries. */
@Path("/api/organisations")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
class OrganisationResource {

    private final Idempotency idempotency;
    private final Transactions transactions;
    private final Directory directory;
    private final Caller caller;
    private final Ids ids;

    OrganisationResource(
            Idempotency idempotency,
            Transactions transactions,
            Directory directory,
            Caller caller,
            Ids ids) {
        this.idempotency = idempotency;
        this.transactions = transactions;
        this.directory = directory;
        this.caller = caller;
        this.ids = ids;
    }

    record OrganisationEntry(
            @NotBlank @Size(max = 200) String name,
            @NotNull @Pattern(regexp = "[A-Z]{2}") String country,
            @NotBlank @Size(max = 100) String city,
            @NotNull Organisation.Level level,
            @NotNull @Size(max = 50)
                    List<@NotNull @Pattern(regexp = "[0-9]{6,18}") String> subspecialties) {}

    record ClinicianEntry(@NotBlank @Size(max = 200) String name, UUID reviewer) {}

    record Clinician(UUID id, UUID organisation, String name, UUID reviewer) {
        static Clinician of(ClinicianRow row) {
            return new Clinician(row.id, row.organisation, row.name, row.reviewer);
        }
    }

    @POST
    @Guarded("write-directory")
    @Cancellable(false)
    public Uni<Response> add(@Valid @NotNull OrganisationEntry entry) {
        return idempotency.once(
                entry,
                work -> {
                    var made = organisation(entry);
                    return directory
                            .add(made, work)
                            .replaceWith(Answer.created("/api/organisations/" + made.id(), made));
                });
    }

    @GET
    @Guarded("read-directory")
    public Uni<Page<Organisation>> list(
            @QueryParam("after") @Size(max = 100) String after,
            @QueryParam("size") @DefaultValue("50") @Min(1) @Max(Page.MAX_SIZE) int size) {
        var from = Page.after(after);
        return transactions
                .inTransaction(caller.actor(), work -> directory.page(from, size, work))
                .map(found -> Page.of(found, size, Organisation::id));
    }

    @POST
    @Path("/{organisation}/clinicians")
    @Guarded("write-directory")
    @Cancellable(false)
    public Uni<Response> addClinician(
            @PathParam("organisation") UUID organisation, @Valid @NotNull ClinicianEntry entry) {
        return idempotency.once(
                entry,
                work -> {
                    var row = clinician(organisation, entry);
                    return directory
                            .add(row, work)
                            .replaceWith(Answer.created(null, Clinician.of(row)));
                });
    }

    @GET
    @Path("/{organisation}/clinicians")
    @Guarded("read-directory")
    public Uni<List<Clinician>> clinicians(@PathParam("organisation") UUID organisation) {
        return transactions
                .inTransaction(caller.actor(), work -> directory.clinicians(organisation, work))
                .map(rows -> rows.stream().map(Clinician::of).toList());
    }

    private Organisation organisation(OrganisationEntry entry) {
        return new Organisation(
                ids.next(),
                entry.name(),
                entry.country(),
                entry.city(),
                entry.level(),
                entry.subspecialties());
    }

    private ClinicianRow clinician(UUID organisation, ClinicianEntry entry) {
        var row = new ClinicianRow();
        row.id = ids.next();
        row.organisation = organisation;
        row.name = entry.name();
        row.reviewer = entry.reviewer();
        return row;
    }
}
