package org.consilium.intake.timeline;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.consilium.intake.cases.Case;
import org.consilium.intake.cases.Turn;
import org.consilium.intake.desk.Cases;
import org.consilium.intake.timeline.Timelines.Step;

/** What has happened to a case since somebody last looked, as one person may know it. */
@ApplicationScoped
class CaseNews {

    private final Timelines timelines;
    private final Cases cases;

    CaseNews(Timelines timelines, Cases cases) {
        this.timelines = timelines;
        this.cases = cases;
    }

    /**
     * That something happened, never what it says.
     *
     * @param place how far a follower is who has this
     * @param entry the timeline entry's id; null when only the case's state may be another
     * @param code the timeline entry's kind
     * @param state and {@code turn} of the case now
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record News(
            @JsonIgnore Place place,
            String entry,
            String code,
            Instant at,
            String state,
            String turn) {}

    /** Whoever begins to follow is told where they stand. */
    Uni<List<News>> beginning(UUID caseId) {
        return timelines
                .end(caseId)
                .chain(place -> cases.find(caseId).map(now -> List.of(stateOnly(place, now))));
    }

    Uni<List<News>> after(UUID caseId, Place place, UUID person, boolean staff) {
        return timelines
                .after(caseId, place)
                .chain(
                        steps ->
                                steps.isEmpty()
                                        ? Uni.createFrom().item(List.of())
                                        : cases.find(caseId)
                                                .map(
                                                        now ->
                                                                news(
                                                                        steps, place, now, person,
                                                                        staff)));
    }

    private static List<News> news(
            List<Step> steps, Place from, Case now, UUID person, boolean staff) {
        var news = new ArrayList<News>();
        var place = from;
        for (var step : steps) {
            place = place.after(step.source(), step.seq());
            var told = step.told();
            if (told.isPresent() && told.get().mayBeToldTo(person, staff)) {
                news.add(
                        new News(
                                place,
                                step.source().code() + "-" + step.seq(),
                                told.get().code(),
                                step.at(),
                                now.state().code(),
                                Turn.of(now).code()));
            }
        }
        if (news.isEmpty() || !news.getLast().place().equals(place)) {
            news.add(stateOnly(place, now));
        }
        return news;
    }

    private static News stateOnly(Place place, Case now) {
        return new News(place, null, null, null, now.state().code(), Turn.of(now).code());
    }
}
