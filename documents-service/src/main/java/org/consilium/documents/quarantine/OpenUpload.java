package org.consilium.documents.quarantine;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * An upload that one request may write to, as it stands in the database.
 *
 * @param writer this request's proof that it is the one
 * @param bytes how many there will be
 * @param here how many are here to stay
 * @param inParts how many of those lie in parts in the store; the others are the tail
 * @param s3UploadId of the multipart upload; null while no part was ever full
 * @param etags of the parts, in their order
 */
record OpenUpload(
        UUID documentId,
        UUID uploadedBy,
        UUID writer,
        String objectKey,
        long bytes,
        long here,
        long inParts,
        String s3UploadId,
        List<String> etags) {

    OpenUpload withPart(String uploadId, String etag, int count) {
        var all = new ArrayList<>(etags);
        all.add(etag);
        long stored = inParts + count;
        return new OpenUpload(
                documentId, uploadedBy, writer, objectKey, bytes, stored, stored, uploadId, all);
    }

    OpenUpload withAll() {
        return new OpenUpload(
                documentId,
                uploadedBy,
                writer,
                objectKey,
                bytes,
                bytes,
                bytes,
                s3UploadId,
                List.of());
    }

    /** Nothing was stored as parts: the whole file fits into one request to the store. */
    boolean isSinglePart() {
        return etags.isEmpty();
    }
}
