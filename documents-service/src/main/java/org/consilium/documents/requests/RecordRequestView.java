package org.consilium.documents.requests;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.consilium.documents.requests.RecordRequest.Arrived;
import org.consilium.documents.requests.RecordRequest.Drafted;
import org.consilium.documents.requests.RecordRequest.NoLongerNeeded;
import org.consilium.documents.requests.RecordRequest.Refused;
import org.consilium.documents.requests.RecordRequest.Reminded;
import org.consilium.documents.requests.RecordRequest.Sent;
import org.consilium.documents.requests.Wanted.Channel;

/**
 * A request as people see it. Fields that a state does not have are left out.
 *
 * @param endedAt arrived, refused or no longer needed since then
 * @param reason the holder's, of a refusal
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RecordRequestView(
        UUID id,
        UUID caseId,
        String state,
        Set<String> items,
        UUID organisation,
        String holder,
        Channel channel,
        UUID requestedBy,
        Instant draftedAt,
        Instant sentAt,
        Instant remindedAt,
        Instant answerDue,
        Instant endedAt,
        HolderReason reason) {

    static RecordRequestView of(RecordRequest request) {
        return switch (request) {
            case Drafted _ -> view(request, null, null, null, null, null);
            case Sent(_, var sent, var due) -> view(request, sent, null, due, null, null);
            case Reminded(_, var sent, var reminded, var due) ->
                    view(request, sent, reminded, due, null, null);
            case Arrived(_, var sent, var at) -> view(request, sent, null, null, at, null);
            case Refused(_, var sent, var reason, var at) ->
                    view(request, sent, null, null, at, reason);
            case NoLongerNeeded(_, var at) -> view(request, null, null, null, at, null);
        };
    }

    private static RecordRequestView view(
            RecordRequest request,
            Instant sentAt,
            Instant remindedAt,
            Instant answerDue,
            Instant endedAt,
            HolderReason reason) {
        var about = request.about();
        return new RecordRequestView(
                about.requestId(),
                about.caseId(),
                request.state(),
                about.items(),
                about.holder().organisation(),
                about.holder().code(),
                about.channel(),
                about.requestedBy(),
                about.draftedAt(),
                sentAt,
                remindedAt,
                answerDue,
                endedAt,
                reason);
    }
}
