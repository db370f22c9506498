package org.consilium.notification.preferences;

import com.fasterxml.jackson.annotation.JsonFormat;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.consilium.kit.web.Problem;
import org.consilium.notification.channels.Channel;
import org.consilium.notification.telling.Kind;

/**
 * Wishes as the caller writes and reads them.
 *
 * @param language null for none: then the case's, then the account's
 * @param zone an IANA name, such as {@code Asia/Karachi}; needed for quiet hours and digest
 * @param quietHours null for none
 * @param digestHour null for none
 * @param channels by kind and channel; what is left out is as everybody has it
 */
record PreferenceBody(
        @Pattern(regexp = "en|ur|zh", message = "is en, ur or zh") String language,
        String zone,
        @Valid Hours quietHours,
        @Min(0) @Max(23) Integer digestHour,
        Map<String, @NotNull Map<String, @NotNull Boolean>> channels) {

    /** From when to when on the person's own clock. */
    record Hours(
            @NotNull @JsonFormat(pattern = "HH:mm") LocalTime from,
            @NotNull @JsonFormat(pattern = "HH:mm") LocalTime to) {}

    Preferences toPreferences() {
        var wishes =
                new Preferences(
                        Optional.ofNullable(language),
                        Optional.ofNullable(zone).map(PreferenceBody::zone),
                        Optional.ofNullable(quietHours).map(PreferenceBody::quietHours),
                        Optional.ofNullable(digestHour).map(Digest::new),
                        choices());
        if (wishes.zone().isEmpty() && (quietHours != null || digestHour != null)) {
            throw Problem.malformed("zone", "needed", "quiet hours and digest go by its clock");
        }
        return wishes;
    }

    static PreferenceBody of(Preferences wishes, Set<Channel> offered) {
        return new PreferenceBody(
                wishes.language().orElse(null),
                wishes.zone().map(ZoneId::getId).orElse(null),
                wishes.quietHours().map(quiet -> new Hours(quiet.from(), quiet.to())).orElse(null),
                wishes.digest().map(Digest::hour).orElse(null),
                table(wishes.choices(), offered));
    }

    private Choices choices() {
        var choices = Choices.NONE;
        for (var ofKind : wished().entrySet()) {
            var kind = kind(ofKind.getKey());
            for (var choice : ofKind.getValue().entrySet()) {
                choices = choices.with(kind, channel(choice.getKey()), choice.getValue());
            }
        }
        return choices;
    }

    private Map<String, Map<String, Boolean>> wished() {
        return channels == null ? Map.of() : channels;
    }

    private static Map<String, Map<String, Boolean>> table(Choices choices, Set<Channel> offered) {
        var table = new TreeMap<String, Map<String, Boolean>>();
        for (var kind : Kind.values()) {
            var row = new TreeMap<String, Boolean>();
            offered.forEach(channel -> row.put(channel.code(), choices.wants(kind, channel)));
            table.put(kind.code(), row);
        }
        return table;
    }

    private static ZoneId zone(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException e) {
            throw Problem.malformed("zone", "zone", "is an IANA name, such as Asia/Karachi");
        }
    }

    private static QuietHours quietHours(Hours hours) {
        if (hours.from().equals(hours.to())) {
            throw Problem.malformed("quietHours.to", "differs", "is not the time they begin");
        }
        return new QuietHours(hours.from(), hours.to());
    }

    private static Kind kind(String code) {
        return Kind.find(code)
                .orElseThrow(
                        () ->
                                Problem.malformed(
                                        "channels", "kind", "names a kind that is not told"));
    }

    private static Channel channel(String code) {
        return Channel.ofCode(code)
                .orElseThrow(
                        () ->
                                Problem.malformed(
                                        "channels",
                                        "channel",
                                        "is one of " + Arrays.toString(Channel.values())));
    }
}
