package org.consilium.review.opinion;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.consilium.kit.web.IfMatch;
import org.consilium.kit.work.StoredJson;
import org.consilium.kit.work.UnitOfWork;
import org.consilium.review.opinion.Replaced.Reason;

/** Drafts, and what was signed. */
@ApplicationScoped
public class Opinions {

    private final StoredJson json;

    Opinions(StoredJson json) {
        this.json = json;
    }

    /**
     * What is being written.
     *
     * @param version counts the edits; 0 before the first
     * @param replaces null towards a first version
     */
    public record Draft(int version, OpinionContent content, Replaced replaces) {

        /** That it becomes with the signature. */
        public int opinionVersion() {
            return replaces == null ? 1 : replaces.version() + 1;
        }
    }

    public Uni<Draft> draft(UUID caseId, UnitOfWork work) {
        return work.session()
                .find(DraftRow.class, caseId)
                .map(row -> row == null ? new Draft(0, OpinionContent.empty(), null) : draft(row));
    }

    private Draft draft(DraftRow row) {
        return new Draft(
                row.version, json.read(row.content, OpinionContent.class), replaced(row.replaces));
    }

    private Replaced replaced(String kept) {
        return kept == null ? null : json.read(kept, Replaced.class);
    }

    /** The caller holds the review's lock, so no two edits meet here. */
    Uni<Draft> write(UUID caseId, String ifMatch, OpinionContent content, UnitOfWork work) {
        return row(caseId, work)
                .invoke(row -> IfMatch.check(ifMatch, row.version))
                .invoke(row -> edited(row, content, work))
                .map(this::draft);
    }

    /** The draft of the next version begins, with {@code content} but what was translated of it. */
    public Uni<Void> reopen(
            SignedOpinion released,
            OpinionContent content,
            Reason reason,
            String text,
            UnitOfWork work) {
        var replaced = new Replaced(released.version(), released.signedAt(), reason, text);
        return row(released.caseId(), work)
                .invoke(row -> edited(row, content.toAmend(), work))
                .invoke(row -> row.replaces = json.write(replaced))
                .replaceWithVoid();
    }

    private void edited(DraftRow row, OpinionContent content, UnitOfWork work) {
        row.version++;
        row.content = json.write(content);
        row.writtenAt = work.now();
    }

    private Uni<DraftRow> row(UUID caseId, UnitOfWork work) {
        return work.session()
                .find(DraftRow.class, caseId)
                .onItem()
                .ifNull()
                .switchTo(() -> created(caseId, work));
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
        row.replaces = signed.replaces() == null ? null : json.write(signed.replaces());
        row.letterKey = signed.letterKey();
        row.letterSha256 = signed.letterSha256();
        return work.session().persist(row);
    }

    /** The newest version; null when nothing was signed. */
    Uni<SignedOpinion> newest(UUID caseId, UnitOfWork work) {
        return work.session()
                .createQuery(
                        "from OpinionRow where caseId = :case order by version desc",
                        OpinionRow.class)
                .setParameter("case", caseId)
                .setMaxResults(1)
                .getSingleResultOrNull()
                .map(row -> row == null ? null : signed(row));
    }

    /** Null when there is no such. */
    public Uni<SignedOpinion> signed(UUID caseId, int version, UnitOfWork work) {
        return work.session()
                .createQuery(
                        "from OpinionRow where caseId = :case and version = :version",
                        OpinionRow.class)
                .setParameter("case", caseId)
                .setParameter("version", version)
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
                replaced(row.replaces),
                row.letterKey,
                row.letterSha256);
    }
}
