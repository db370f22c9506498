package org.consilium.system.upgrades;

/**
 * One request and what became of it, as the proxy noted it.
 *
 * @param replica its place
 * @param ending {@code --} when both sides ended it well; else who did not, in HAProxy's letters
 * @param tries how often a connection to a replica was tried once more
 */
record Answered(
        String service,
        String replica,
        int status,
        String ending,
        int tries,
        long millis,
        String method,
        String path) {

    static final String FORMAT = "answered %b %s %ST %ts %rc %Ta %HM %HP";

    static boolean isOne(String line) {
        return line.startsWith("answered ");
    }

    static Answered of(String line) {
        var part = line.split(" ", 9);
        return new Answered(
                part[1].replace("-clients", ""),
                part[2],
                Integer.parseInt(part[3]),
                part[4],
                Integer.parseInt(part[5].replace("+", "")),
                Long.parseLong(part[6]),
                part[7],
                part[8]);
    }

    /** Not by the client, and not by a rule of the field: by us. */
    boolean failed() {
        return status < 100 || status >= 500 || (!ending.equals("--") && !leftByItsReader());
    }

    /** A reader of a stream leaves when it has what it waits for. */
    private boolean leftByItsReader() {
        return isStream() && ending.startsWith("C");
    }

    boolean isStream() {
        return path.endsWith("/stream");
    }

    /** Those that last as long as the client likes say nothing of speed. */
    boolean isTimed() {
        return !isStream() && !method.equals("PATCH");
    }
}
