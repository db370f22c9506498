package org.consilium.documents.reading;

import java.util.UUID;
import org.consilium.documents.copies.Derived;
import org.consilium.documents.document.Document.Accepted;

/**
 * The bytes that somebody reads: the file as it came, or what was made of it.
 *
 * @param derivedKey of what was made; null for the file as it came
 */
record ForReading(
        Accepted document, UUID derivedKey, String contentType, long bytes, String sha256) {

    static ForReading original(Accepted document) {
        return new ForReading(
                document,
                null,
                document.contentType(),
                document.about().bytes(),
                document.sha256());
    }

    static ForReading derived(Accepted document, Derived object) {
        return new ForReading(
                document,
                object.objectKey(),
                object.contentType(),
                object.bytes(),
                object.sha256());
    }
}
