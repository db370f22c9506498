package org.consilium.intake.programme;

import java.time.ZoneId;

/** Days are counted where the patient is, and whoever is told of a delay is told what to do. */
record TimeRules(Programme programme, ProgrammeRules rules) {

    void check() {
        for (var country : programme.jurisdictions()) {
            var zone = programme.timeZones().get(country);
            rules.require(zone != null, "timeZones", "has none for " + country);
            rules.require(
                    zone == null || ZoneId.getAvailableZoneIds().contains(zone),
                    "timeZones/" + country,
                    zone + " is no time zone");
        }
        var delay = programme.delay();
        rules.require(delay.marginDays() > 0, "delay/marginDays", "at least one day");
        rules.text("delay/warn", delay.warn());
        rules.text("delay/expedite", delay.expedite());
        rules.text("delay/tooLate", delay.tooLate());
    }
}
