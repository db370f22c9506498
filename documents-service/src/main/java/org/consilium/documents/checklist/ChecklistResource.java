package org.consilium.documents.checklist;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.consilium.kit.access.Guarded;

/** How complete a case's records are. */
@Path("/api/documents/cases/{caseId}/checklist")
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

        static ChecklistView of(ShelfRow shelf, List<ShelvedDocument> documents) {
            if (!shelf.hasChecklist()) {
                return new ChecklistView(null, false, List.of());
            }
            var assessment = Assessment.of(shelf.checklist(), shelf.submittedOn, documents);
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
     * @param state {@code present}, {@code missing}, {@code too-old} or {@code date-unknown}
     * @param documents ids of those that fill it, newest first
     */
    public record ItemView(
            String code,
            String level,
            String state,
            List<UUID> documents,
            List<UUID> blocksQuestions) {

        static ItemView of(Assessment.Item item) {
            return new ItemView(
                    item.code(),
                    kebab(item.level()),
                    kebab(item.state()),
                    item.filledBy(),
                    item.blocksQuestions());
        }

        private static String kebab(Enum<?> value) {
            return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    @GET
    @Guarded("see-checklist")
    public Uni<ChecklistView> see(@PathParam("caseId") UUID caseId) {
        return shelves.find(caseId)
                .chain(
                        shelf ->
                                shelves.documents(caseId)
                                        .map(documents -> ChecklistView.of(shelf, documents)));
    }
}
