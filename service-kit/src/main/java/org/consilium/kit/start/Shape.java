package org.consilium.kit.start;

import java.util.Optional;
import java.util.regex.Pattern;

/** What a value looks like, by the last word of its setting's name. */
final class Shape {

    private static final Pattern PORT = Pattern.compile("\\d{1,5}");
    private static final int HIGHEST_PORT = 65_535;

    /** One or several, as Kafka's clients and PostgreSQL's have it; IPv6 in brackets. */
    private static final Pattern ADDRESSES =
            Pattern.compile("((\\[[0-9a-fA-F:]+]|[^\\s:/,]+)(:\\d{1,5})?(,(?!$)|$))+");

    private static final Pattern URL = Pattern.compile("https?://[^\\s/?#:]+(:\\d{1,5})?(/\\S*)?");

    private Shape() {}

    /** Never with the value: it may be a secret that went into the wrong setting. */
    static Optional<String> wrongIn(String setting, String value) {
        return switch (setting.substring(setting.lastIndexOf('_') + 1)) {
            case "PORT" ->
                    PORT.matcher(value).matches() && Integer.parseInt(value) <= HIGHEST_PORT
                            ? Optional.empty()
                            : Optional.of("no port");
            case "ADDRESS" ->
                    ADDRESSES.matcher(value).matches()
                            ? Optional.empty()
                            : Optional.of("no host:port");
            case "URL", "ISSUER", "ENDPOINT" ->
                    URL.matcher(value).matches()
                            ? Optional.empty()
                            : Optional.of("no URL of http or https");
            default -> Optional.empty();
        };
    }
}
