package org.consilium.review.desk;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.consilium.review.lifecycle.SecondReading;
import org.consilium.review.lifecycle.SecondReading.Adjudicated;
import org.consilium.review.lifecycle.SecondReading.Asked;
import org.consilium.review.lifecycle.SecondReading.Committed;
import org.consilium.review.lifecycle.SecondReading.Compared;
import org.consilium.review.lifecycle.SecondReading.InAdjudication;
import org.consilium.review.lifecycle.SecondReading.StoodDown;
import org.consilium.review.lifecycle.SecondReading.UnderWay;
import org.consilium.review.lifecycle.SecondReading.Wanted;

@Entity
@Table(name = "second_reading")
class SecondReadingRow {

    private static final StateJson<SecondReading> STATES = new StateJson<>(SecondReading.class);

    @Id
    @Column(name = "case_id")
    UUID caseId;

    String reason;

    @Column(name = "chosen_at")
    Instant chosenAt;

    String state;
    UUID reader;
    String details;

    SecondReading toReading() {
        return STATES.read(state, details);
    }

    void become(SecondReading reading) {
        state = StateJson.name(reading.getClass());
        reader = readerOf(reading);
        details = STATES.write(reading);
    }

    static UUID readerOf(SecondReading reading) {
        return switch (reading) {
            case Asked it -> it.reader();
            case UnderWay it -> it.reader();
            case Committed it -> it.reader();
            case Compared it -> it.reader();
            case InAdjudication it -> it.reader();
            case Adjudicated it -> it.reader();
            case Wanted _, StoodDown _ -> null;
        };
    }
}
