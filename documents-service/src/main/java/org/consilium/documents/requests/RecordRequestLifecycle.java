package org.consilium.documents.requests;

import static org.consilium.documents.requests.Refusal.CASE_HAS_ENDED;
import static org.consilium.documents.requests.Refusal.ITEM_IS_THERE;
import static org.consilium.documents.requests.Refusal.NOT_ON_THE_CHECKLIST;
import static org.consilium.documents.requests.Refusal.REQUEST_HAS_ENDED;
import static org.consilium.documents.requests.Refusal.REQUEST_NOT_SENT;
import static org.consilium.documents.requests.Refusal.REQUEST_WAS_SENT;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.consilium.contracts.DocumentsEvent;
import org.consilium.contracts.DocumentsEvent.RecordArrived;
import org.consilium.contracts.DocumentsEvent.RecordRequested;
import org.consilium.documents.checklist.Standing;
import org.consilium.documents.requests.Decision.Moved;
import org.consilium.documents.requests.RecordRequest.Arrived;
import org.consilium.documents.requests.RecordRequest.Drafted;
import org.consilium.documents.requests.RecordRequest.NoLongerNeeded;
import org.consilium.documents.requests.RecordRequest.Refused;
import org.consilium.documents.requests.RecordRequest.Reminded;
import org.consilium.documents.requests.RecordRequest.Sent;
import org.consilium.documents.requests.RecordRequestCommand.CallOffRequest;
import org.consilium.documents.requests.RecordRequestCommand.NoteFilled;
import org.consilium.documents.requests.RecordRequestCommand.NoteRefusal;
import org.consilium.documents.requests.RecordRequestCommand.RemindHolder;
import org.consilium.documents.requests.RecordRequestCommand.SendRequest;

/** Every rule of a request to a record holder; pure. */
public final class RecordRequestLifecycle {

    /** Most of what comes at all comes within a week of asking, or of asking again. */
    static final Duration ANSWER_WITHIN = Duration.ofDays(7);

    private RecordRequestLifecycle() {}

    public static Decision draft(Wanted about, Standing standing) {
        if (standing.ended()) {
            return refused(CASE_HAS_ENDED);
        }
        if (!standing.kinds().keySet().containsAll(about.items())) {
            return refused(NOT_ON_THE_CHECKLIST);
        }
        return Collections.disjoint(standing.filled(), about.items())
                ? moved(new Drafted(about))
                : refused(ITEM_IS_THERE);
    }

    public static Decision decide(RecordRequest request, RecordRequestCommand command) {
        return switch (command) {
            case SendRequest c -> send(request, c);
            case RemindHolder c -> remind(request, c);
            case NoteFilled c -> noteFilled(request, c);
            case NoteRefusal c -> noteRefusal(request, c);
            case CallOffRequest c -> callOff(request, c);
        };
    }

    private static Decision send(RecordRequest request, SendRequest c) {
        return switch (request) {
            case Drafted(var about) -> {
                var due = c.at().plus(ANSWER_WITHIN);
                yield moved(new Sent(about, c.at(), due), requested(about, due));
            }
            case Sent _, Reminded _ -> refused(REQUEST_WAS_SENT);
            case Arrived _, Refused _, NoLongerNeeded _ -> refused(REQUEST_HAS_ENDED);
        };
    }

    private static Decision remind(RecordRequest request, RemindHolder c) {
        return switch (request) {
            case Drafted _ -> refused(REQUEST_NOT_SENT);
            case Sent(var about, var sentAt, _) -> reminded(about, sentAt, c);
            case Reminded(var about, var sentAt, _, _) -> reminded(about, sentAt, c);
            case Arrived _, Refused _, NoLongerNeeded _ -> refused(REQUEST_HAS_ENDED);
        };
    }

    private static Decision reminded(Wanted about, Instant sentAt, RemindHolder c) {
        return moved(new Reminded(about, sentAt, c.at(), c.at().plus(ANSWER_WITHIN)));
    }

    /** A part of what was asked for changes nothing: the rest is still to come. */
    private static Decision noteFilled(RecordRequest request, NoteFilled c) {
        if (!c.filled().containsAll(request.about().items())) {
            return moved(request);
        }
        return switch (request) {
            case Drafted(var about) -> moved(new NoLongerNeeded(about, c.at()));
            case Sent(var about, var sentAt, _) -> arrived(about, sentAt, c);
            case Reminded(var about, var sentAt, _, _) -> arrived(about, sentAt, c);
            case Arrived _, Refused _, NoLongerNeeded _ -> refused(REQUEST_HAS_ENDED);
        };
    }

    private static Decision arrived(Wanted about, Instant sentAt, NoteFilled c) {
        return moved(
                new Arrived(about, sentAt, c.at()),
                new RecordArrived(about.caseId(), about.requestId(), about.items()));
    }

    private static Decision noteRefusal(RecordRequest request, NoteRefusal c) {
        return switch (request) {
            case Drafted _ -> refused(REQUEST_NOT_SENT);
            case Sent(var about, var sentAt, _) ->
                    moved(new Refused(about, sentAt, c.reason(), c.at()));
            case Reminded(var about, var sentAt, _, _) ->
                    moved(new Refused(about, sentAt, c.reason(), c.at()));
            case Arrived _, Refused _, NoLongerNeeded _ -> refused(REQUEST_HAS_ENDED);
        };
    }

    private static Decision callOff(RecordRequest request, CallOffRequest c) {
        return switch (request) {
            case Drafted _, Sent _, Reminded _ ->
                    moved(new NoLongerNeeded(request.about(), c.at()));
            case Arrived _, Refused _, NoLongerNeeded _ -> refused(REQUEST_HAS_ENDED);
        };
    }

    private static RecordRequested requested(Wanted about, Instant due) {
        return new RecordRequested(
                about.caseId(),
                about.requestId(),
                about.items(),
                about.holder().organisation(),
                about.holder().code(),
                due);
    }

    private static Decision moved(RecordRequest to, DocumentsEvent... because) {
        return new Moved(to, List.of(because));
    }

    private static Decision refused(Refusal reason) {
        return new Decision.Refused(reason);
    }
}
