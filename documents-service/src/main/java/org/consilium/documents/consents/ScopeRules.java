package org.consilium.documents.consents;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What the patient has to allow somebody for which operation; to look needs no scope. */
public final class ScopeRules {

    /** The same in every programme. */
    static final String SHARE = "share-records";

    /** The same in every programme. */
    static final String ASK = "contact-hospital";

    private static final Map<String, String> NEEDED =
            Map.of(
                    "upload", SHARE,
                    "carry-over", SHARE,
                    "send-bytes", SHARE,
                    "arrange-pages", SHARE,
                    "date-document", SHARE,
                    "withdraw-document", SHARE,
                    "make-upload-link", SHARE,
                    "request-records", ASK);

    private ScopeRules() {}

    static Optional<String> needed(String operation) {
        return Optional.ofNullable(NEEDED.get(operation));
    }

    /** Scopes by operation, in the order of the operations. */
    static Map<String, String> all() {
        return new TreeMap<>(NEEDED);
    }
}
