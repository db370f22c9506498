package org.consilium.intake.desk;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.List;
import org.consilium.intake.cases.Case;
import org.consilium.intake.cases.CaseState;
import org.consilium.intake.cases.Consent;
import org.consilium.intake.followon.Links;
import org.consilium.intake.price.CasePrice;
import org.consilium.kit.work.StoredJson;

/** A case's own data as it stands in its row. The states go by the column's names. */
final class CaseJson {

    private static final ObjectMapper JSON =
            JsonMapper.builder()
                    .addModule(new JavaTimeModule())
                    .addMixIn(CaseState.class, NamedState.class)
                    .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                    // What did not change reads as it did, so that it is not written again.
                    .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .defaultPropertyInclusion(
                            JsonInclude.Value.construct(
                                    JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
                    .build();

    static {
        JSON.registerSubtypes(
                new NamedType(CaseState.Draft.class, "draft"),
                new NamedType(CaseState.Submitted.class, "submitted"),
                new NamedType(CaseState.InTriage.class, "in-triage"),
                new NamedType(CaseState.AwaitingRecords.class, "awaiting-records"),
                new NamedType(CaseState.Ready.class, "ready"),
                new NamedType(CaseState.ReviewEnded.class, "review-ended"),
                new NamedType(CaseState.InReview.class, "in-review"),
                new NamedType(CaseState.AwaitingAnswer.class, "awaiting-answer"),
                new NamedType(CaseState.Delivered.class, "delivered"),
                new NamedType(CaseState.FollowUp.class, "follow-up"),
                new NamedType(CaseState.Closed.class, "closed"),
                new NamedType(CaseState.Declined.class, "declined"),
                new NamedType(CaseState.Redirected.class, "redirected"),
                new NamedType(CaseState.Withdrawn.class, "withdrawn"),
                new NamedType(CaseState.Expired.class, "expired"));
    }

    private static final StoredJson STORED = new StoredJson(JSON);

    private CaseJson() {}

    /** The rules know nothing of JSON; this stands on their state in their stead. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
    private interface NamedState {}

    /** What moves with every command. */
    record Facts(
            CaseState state,
            List<Consent> consents,
            Case.Records records,
            CasePrice price,
            Links links,
            boolean died) {
        static Facts of(Case current) {
            return new Facts(
                    current.state(),
                    current.consents(),
                    current.records(),
                    current.price(),
                    current.links(),
                    current.died());
        }
    }

    static String write(Object value) {
        return STORED.write(value);
    }

    static <T> T read(String json, Class<T> type) {
        return STORED.read(json, type);
    }
}
