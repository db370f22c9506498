package org.consilium.documents.quarantine;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.consilium.documents.document.DocumentCommand.DiscardUpload;
import org.consilium.documents.document.DocumentDesk;
import org.consilium.kit.deadline.Deadline;
import org.consilium.kit.deadline.DeadlineHandler;
import org.consilium.kit.work.UnitOfWork;

/** An upload that waited too long for its last byte is given up; a complete one is left alone. */
@ApplicationScoped
public class UploadExpiry implements DeadlineHandler {

    public static final String KIND = "upload-expiry";

    private final DocumentDesk desk;

    UploadExpiry(DocumentDesk desk) {
        this.desk = desk;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Uni<Void> hold(Deadline deadline, UnitOfWork work) {
        return desk.hold(deadline.ref(), work);
    }

    @Override
    public Uni<Void> fire(Deadline deadline, UnitOfWork work) {
        return desk.handle(deadline.ref(), new DiscardUpload(work.now()), work).replaceWithVoid();
    }
}
