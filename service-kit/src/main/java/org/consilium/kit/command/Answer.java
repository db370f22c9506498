package org.consilium.kit.command;

/**
 * What a command answers, to be stored and given again.
 *
 * @param body written as JSON; null for none
 * @param location of what was made; null for none
 * @param etag the version the client may send back in {@code If-Match}; null for none
 */
public record Answer(int status, Object body, String location, String etag) {

    public static Answer ok(Object body) {
        return new Answer(200, body, null, null);
    }

    public static Answer created(String location, Object body) {
        return new Answer(201, body, location, null);
    }

    public static Answer noContent() {
        return new Answer(204, null, null, null);
    }

    public Answer withEtag(String version) {
        return new Answer(status, body, location, version);
    }
}
