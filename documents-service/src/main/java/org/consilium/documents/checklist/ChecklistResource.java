package org.consilium.documents.checklist;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.consilium.kit.access.Guarded;
import org.consilium.kit.words.Code;

/** How complete a case's records are. */
@Path("/api/documents/cases/{caseId}/checklist")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
public class ChecklistResource {

    private final Shelves shelves;

    ChecklistResource(Shelves shelves) {
        this.shelves = shelves;
    }

    /**
     * The answer.
     *
     * @param submittedOn from here look-backs count; null before submission, when there is no
     *     checklist yet and so no items
     */
    public record ChecklistView(LocalDate submittedOn, boolean complete, List<ItemView> items) {

        static ChecklistView notKnown() {
            return new ChecklistView(null, false, List.of());
        }

        static ChecklistView of(ShelfRow shelf, Assessment assessment) {
            return new ChecklistView(
                    shelf.submittedOn,
                    assessment.announcement(shelf.caseId).complete(),
                    assessment.items().stream().map(ItemView::of).toList());
        }
    }

    /**
     * One item.
     *
     * @param level {@code essential}, {@code desirable} or {@code conditional}
     * @param state one of {@link Assessment.State}, in lower case with hyphens
     * @param documents ids of those that fill it, newest first
     * @param waiver who goes without it, since when and why; left out when nobody does
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ItemView(
            String code,
            String level,
            String state,
            List<UUID> documents,
            List<UUID> blocksQuestions,
            Waiver waiver) {

        static ItemView of(Assessment.Item item) {
            return new ItemView(
                    item.code(),
                    Code.of(item.level()),
                    Code.of(item.state()),
                    item.filledBy(),
                    item.blocksQuestions(),
                    item.waiver());
        }
    }

    /**
     * What a reviewer has to know of what is not there.
     *
     * @param complete nothing essential is missing
     */
    public record StatesView(boolean complete, List<StateView> items) {

        static StatesView of(ChecklistView whole) {
            return new StatesView(
                    whole.complete(),
                    whole.items().stream()
                            .map(item -> new StateView(item.code(), item.level(), item.state()))
                            .toList());
        }
    }

    /** One item, without what fills it or who decided what about it. */
    public record StateView(String code, String level, String state) {}

    @GET
    @Path("/states")
    @Guarded("see-item-states")
    public Uni<StatesView> states(@PathParam("caseId") UUID caseId) {
        return see(caseId).map(StatesView::of);
    }

    @GET
    @Guarded("see-checklist")
    public Uni<ChecklistView> see(@PathParam("caseId") UUID caseId) {
        return shelves.find(caseId)
                .chain(
                        shelf ->
                                shelf.hasChecklist()
                                        ? shelves.assessment(shelf)
                                                .map(items -> ChecklistView.of(shelf, items))
                                        : Uni.createFrom().item(ChecklistView.notKnown()));
    }
}
