package org.consilium.review.opinion;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.consilium.kit.web.IfMatch;
import org.consilium.kit.work.StoredJson;
import org.consilium.kit.work.UnitOfWork;

/** Drafts, and what was signed. */
@ApplicationScoped
public class Opinions {

    private final StoredJson json;

    Opinions(StoredJson json) {
        this.json = json;
    }

    /** {@code version} counts the edits; 0 before the first. */
    public record Draft(int version, OpinionContent content) {}

    public Uni<Draft> draft(UUID caseId, UnitOfWork work) {
        return work.session()
                .find(DraftRow.class, caseId)
                .map(
                        row ->
                                row == null
                                        ? new Draft(0, OpinionContent.empty())
                                        : new Draft(
                                                row.version,
                                                json.read(row.content, OpinionContent.class)));
    }

    /** The new version. The caller holds the review's lock, so no two edits meet here. */
    Uni<Integer> write(UUID caseId, String ifMatch, OpinionContent content, UnitOfWork work) {
        return work.session()
                .find(DraftRow.class, caseId)
                .onItem()
                .ifNull()
                .switchTo(() -> created(caseId, work))
                .invoke(row -> IfMatch.check(ifMatch, row.version))
                .invoke(
                        row -> {
                            row.version++;
                            row.content = json.write(content);
                            row.writtenAt = work.now();
                        })
                .map(row -> row.version);
    }

    /** Of a reviewer who does not go on: the next one reads nobody's opinion. */
    public Uni<Void> discardDraft(UUID caseId, UnitOfWork work) {
        return work.session()
                .createNativeQuery("delete from opinion_draft where case_id = :case")
                .setParameter("case", caseId)
                .executeUpdate()
                .replaceWithVoid();
    }

    private Uni<DraftRow> created(UUID caseId, UnitOfWork work) {
        var row = new DraftRow();
        row.caseId = caseId;
        row.content = json.write(OpinionContent.empty());
        row.writtenAt = work.now();
        return work.session().persist(row).replaceWith(row);
    }

    public Uni<Void> keep(SignedOpinion signed, UnitOfWork work) {
        var row = new OpinionRow();
        row.id = signed.opinionId();
        row.caseId = signed.caseId();
        row.version = signed.version();
        row.reviewer = signed.signer().reviewer();
        row.signerName = signed.signer().name();
        row.licenceCountry = signed.signer().licenceCountry();
        row.licenceNumber = signed.signer().licenceNumber();
        row.content = json.write(signed.content());
        row.signedAt = signed.signedAt();
        row.letterKey = signed.letterKey();
        row.letterSha256 = signed.letterSha256();
        return work.session().persist(row);
    }

    /** The newest version; null when nothing was signed. */
    public Uni<SignedOpinion> signed(UUID caseId, UnitOfWork work) {
        return work.session()
                .createQuery(
                        "from OpinionRow where caseId = :case order by version desc",
                        OpinionRow.class)
                .setParameter("case", caseId)
                .setMaxResults(1)
                .getSingleResultOrNull()
                .map(row -> row == null ? null : signed(row));
    }

    private SignedOpinion signed(OpinionRow row) {
        return new SignedOpinion(
                row.id,
                row.caseId,
                row.version,
                new SignedOpinion.Signer(
                        row.reviewer, row.signerName, row.licenceCountry, row.licenceNumber),
                json.read(row.content, OpinionContent.class),
                row.signedAt,
                row.letterKey,
                row.letterSha256);
    }
}
