package org.consilium.intake.cases;

/** Why a command is refused: stable, translatable, mapped to an answer once (desk.Refusals). */
public enum Refusal {
    NOT_ALLOWED_IN_THIS_STATE,
    DRAFT_WAS_CHANGED,
    NOT_OF_THIS_PROGRAMME,
    REQUESTER_NOT_SERVED,
    CONSENT_TEXT_NOT_CURRENT,
    NO_SUCH_CONSENT,
    CONSENT_IS_THE_PATIENTS,
    SUBMISSION_INCOMPLETE,
    QUESTIONS_COULD_BE_BETTER,
    DELAY_NOT_ACKNOWLEDGED,
    EXPEDITED_NEEDED,
    TOO_LATE_FOR_TURNAROUND,
    EXPEDITED_NOT_OFFERED,
    FOLLOW_UP_OPEN,
    ALREADY_KNOWN
}
