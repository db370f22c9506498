package org.consilium.documents.requests;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.consilium.documents.requests.RecordRequest.Arrived;
import org.consilium.documents.requests.RecordRequest.Drafted;
import org.consilium.documents.requests.RecordRequest.NoLongerNeeded;
import org.consilium.documents.requests.RecordRequest.Refused;
import org.consilium.documents.requests.RecordRequest.Reminded;
import org.consilium.documents.requests.RecordRequest.Sent;
import org.consilium.documents.requests.Wanted.Channel;
import org.consilium.documents.requests.Wanted.Holder;

/** A request's state in one row; a column that a state does not know is null. */
@Entity
@Table(name = "record_request")
class RecordRequestRow {

    @Id UUID id;

    @Column(name = "case_id")
    UUID caseId;

    String state;
    String items;
    UUID organisation;
    String holder;
    String channel;

    @Column(name = "requested_by")
    UUID requestedBy;

    @Column(name = "drafted_at")
    Instant draftedAt;

    @Column(name = "sent_at")
    Instant sentAt;

    @Column(name = "reminded_at")
    Instant remindedAt;

    @Column(name = "answer_due")
    Instant answerDue;

    String reason;

    @Column(name = "ended_at")
    Instant endedAt;

    RecordRequest toRequest() {
        var about = about();
        return switch (state) {
            case "drafted" -> new Drafted(about);
            case "sent" -> new Sent(about, sentAt, answerDue);
            case "reminded" -> new Reminded(about, sentAt, remindedAt, answerDue);
            case "arrived" -> new Arrived(about, sentAt, endedAt);
            case "refused" -> new Refused(about, sentAt, HolderReason.ofCode(reason), endedAt);
            case "no-longer-needed" -> new NoLongerNeeded(about, endedAt);
            default -> throw new IllegalStateException("no such state: " + state);
        };
    }

    void store(RecordRequest request) {
        state = request.state();
        storeAbout(request.about());
        switch (request) {
            case Drafted _ -> answerDue = null;
            case Sent(_, var sent, var due) -> {
                sentAt = sent;
                answerDue = due;
            }
            case Reminded(_, _, var reminded, var due) -> {
                remindedAt = reminded;
                answerDue = due;
            }
            case Arrived(_, _, var arrivedAt) -> endedAt = arrivedAt;
            case Refused(_, _, var why, var refusedAt) -> {
                reason = why.code();
                endedAt = refusedAt;
            }
            case NoLongerNeeded(_, var at) -> endedAt = at;
        }
    }

    private void storeAbout(Wanted about) {
        id = about.requestId();
        caseId = about.caseId();
        items = String.join(" ", new TreeSet<>(about.items()));
        organisation = about.holder().organisation();
        holder = about.holder().code();
        channel = about.channel().code();
        requestedBy = about.requestedBy();
        draftedAt = about.draftedAt();
    }

    private Wanted about() {
        Set<String> codes = new TreeSet<>(Arrays.asList(items.split(" ")));
        return new Wanted(
                id,
                caseId,
                codes,
                new Holder(organisation, holder),
                Channel.ofCode(channel),
                requestedBy,
                draftedAt);
    }
}
