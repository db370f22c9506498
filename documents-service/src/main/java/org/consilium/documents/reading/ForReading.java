package org.consilium.documents.reading;

import java.util.UUID;
import org.consilium.documents.copies.Derived;
import org.consilium.documents.document.Document.Accepted;

/**
 * The bytes that somebody reads: the file as it came, or what was made of it.
 *
 * @param derivedKey of what was made; null for the file as it came
 * @param name under which it is downloaded
 */
record ForReading(
        Accepted document,
        UUID derivedKey,
        String name,
        String contentType,
        long bytes,
        String sha256) {

    static ForReading original(Accepted document) {
        return new ForReading(
                document,
                null,
                document.about().fileName(),
                document.contentType(),
                document.about().bytes(),
                document.sha256());
    }

    static ForReading derived(Accepted document, Derived object) {
        return new ForReading(
                document,
                object.objectKey(),
                document.about().fileName(),
                object.contentType(),
                object.bytes(),
                object.sha256());
    }

    /** The same for somebody who is not to know what the file is called. */
    ForReading seenBy(Sight sight) {
        return sight.showsNames()
                ? this
                : new ForReading(
                        document,
                        derivedKey,
                        document.about().documentId().toString(),
                        contentType,
                        bytes,
                        sha256);
    }
}
