package org.consilium.documents.watch;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.consilium.kit.figures.Figure;
import org.consilium.kit.figures.Figures;

/**
 * Files between their first byte and the vault. What has a row in the quarantine is all there is.
 */
@ApplicationScoped
class OnTheWayIn implements Figures {

    @Override
    public List<Figure> figures() {
        return List.of(
                new Figure(
                        "uploads.open",
                        "Uploads under way, and those that nobody goes on with",
                        """
                        select count(*) as figure from quarantine q join document d on d.id = q.document_id
                        where d.state = 'uploading'"""),
                new Figure(
                        "scan.queue",
                        "Uploaded files that wait for their examination",
                        "select count(*) as figure from document where state = 'received'"),
                new Figure(
                        "scan.queue.oldest.seconds",
                        "Since when the file waits that was received first",
                        """
                        select coalesce(extract(epoch from now() - min(received_at)), 0) as figure
                        from document where state = 'received'"""));
    }
}
