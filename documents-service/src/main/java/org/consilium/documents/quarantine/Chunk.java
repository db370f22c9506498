package org.consilium.documents.quarantine;

/**
 * What a request says of the bytes that follow.
 *
 * @param offset of the first of them in the file
 * @param announced how many there will be; 0 when the request does not say
 * @param checksum what they come to; null when the request does not say
 */
public record Chunk(long offset, long announced, ChunkChecksum checksum) {}
