package org.consilium.notification.preferences;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;

/** Somebody's wishes as they are stored; null where nothing was wished. */
@Entity
@Table(name = "preference")
class PreferenceRow {

    @Id UUID person;

    int version;

    String language;

    String zone;

    @Column(name = "quiet_from")
    LocalTime quietFrom;

    @Column(name = "quiet_to")
    LocalTime quietTo;

    @Column(name = "digest_hour")
    Integer digestHour;

    String choices = "";

    @Column(name = "changed_at")
    Instant changedAt;

    static PreferenceRow of(UUID person) {
        var row = new PreferenceRow();
        row.person = person;
        return row;
    }

    Preferences toPreferences() {
        return new Preferences(
                Optional.ofNullable(language),
                Optional.ofNullable(zone).map(ZoneId::of),
                Optional.ofNullable(quietFrom).map(from -> new QuietHours(from, quietTo)),
                Optional.ofNullable(digestHour).map(Digest::new),
                Choices.read(choices));
    }

    void become(Preferences wishes, Instant at) {
        version++;
        language = wishes.language().orElse(null);
        zone = wishes.zone().map(ZoneId::getId).orElse(null);
        quietFrom = wishes.quietHours().map(QuietHours::from).orElse(null);
        quietTo = wishes.quietHours().map(QuietHours::to).orElse(null);
        digestHour = wishes.digest().map(Digest::hour).orElse(null);
        choices = wishes.choices().written();
        changedAt = at;
    }
}
