package org.consilium.review.lifecycle;

/** Why a command is refused. Names are stable: clients and translations go by them. */
public enum Refusal {
    /** Told by the desk: the case is not ready, or there is no such case. */
    NO_REVIEW("There is no review."),
    NOT_ALLOWED_IN_THIS_STATE("The review is not at the point where this can be done."),
    NOT_THE_REVIEWER_ASKED("Somebody else is asked."),
    NOT_THE_CURRENT_OFFER("This offer does not stand any more."),
    ASKED_ALREADY("This reviewer is being asked already."),
    /** Told at the edge: somebody was faster, or the triage was set right. */
    OFFER_LAPSED(
            "Your offer ended a moment ago: somebody else accepted first, or what the case needs was set"
                    + " right. Nothing is held against you: thank you for being ready."),
    OVERRIDE_WAITS("Another proposal waits for a second clinical lead."),
    NO_SUCH_OVERRIDE_WAITING("No such proposal is waiting for a second clinical lead."),
    SECOND_PAIR_OF_EYES("You proposed this: another clinical lead has to agree."),
    NOT_FOR_YOURSELF("Whether you are asked yourself is for others to decide."),
    NOT_THE_ASSIGNED_REVIEWER("Somebody else reviews this case."),
    NOT_YOUR_OWN_REVIEW("You review this case yourself: give it back."),
    OWN_READING_NOT_COMMITTED("Write down your own reading first."),
    QUESTION_STILL_OPEN("A question of yours has not been answered yet."),
    NO_SUCH_OPEN_QUESTION("No such question is waiting for an answer."),
    NOT_YOURS_TO_ANSWER("This question was put to somebody else."),
    AUTHOR_CANNOT_CHECK("An opinion is checked by somebody who did not write it."),
    NOT_THE_OPINION_IN_REVIEW("Another opinion is in quality review by now: read it."),
    AUTHOR_CANNOT_RELEASE("An opinion is released by somebody who did not write it."),
    AMENDMENT_UNDER_WAY("This opinion is being amended already."),
    NO_AMENDMENT_BEING_WRITTEN("No later version of this opinion is being written just now."),
    SECOND_READING_WAITS(
            "This case is read a second time: the opinion passes once that reading is there, or its time is"
                    + " over."),
    SECOND_READING_NOT_COMPARED(
            "A second reading is there: hold it against this opinion before the opinion passes."),
    SECOND_READING_DIFFERS(
            "The two readings of this case differ in a major way: a clinical lead who has no part in either"
                    + " decides first."),
    NOT_A_THIRD_PERSON(
            "This is for somebody who wrote neither of the two readings and has not checked or decided"
                    + " here before."),
    LEADS_READ_EVERYTHING(
            "A clinical lead may read what the reviewer writes: somebody else reads a second time."),
    FOLLOW_UP_WINDOW_CLOSED("The time for follow-up questions is over."),
    FOLLOW_UPS_USED_UP("All follow-up questions have been asked."),
    NO_SUCH_OPEN_FOLLOW_UP("No such follow-up question is waiting for an answer.");

    private final String words;

    Refusal(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
