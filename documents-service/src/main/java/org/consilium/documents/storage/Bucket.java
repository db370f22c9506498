package org.consilium.documents.storage;

/** What a bucket is for. */
public enum Bucket {
    /** Everything that was not yet found fit to be read. */
    QUARANTINE,
    /** Accepted documents, and nothing else. */
    VAULT
}
