package org.consilium.review.completeness;

import org.consilium.kit.words.Code;

/**
 * One thing that stands between a draft and its signature.
 *
 * @param field where in the draft or the request, such as {@code sections.diagnosis-correct}
 * @param rule stable, such as {@code empty-section}
 */
public record Missing(String field, Rule rule) {

    public enum Rule {
        EMPTY_SECTION("Each section of the form is to be written."),
        UNKNOWN_SECTION("The case's form has no such section."),
        EMPTY_AXIS("Each axis of the form is to be judged."),
        UNKNOWN_AXIS("The case's form has no such axis."),
        NOTHING_TO_COMPARE("The case has no first opinion: no axis is judged."),
        CHANGE_WITHOUT_CAUSE("A difference names its cause."),
        CHANGE_WITHOUT_EXPLANATION("A difference, or what cannot be assessed, is explained."),
        UNANSWERED_QUESTION("Each question of the case gets an answer."),
        ANSWERED_TWICE("A question has one answer."),
        UNKNOWN_QUESTION("The case has no such question."),
        EMPTY_ANSWER("An answer, or why there can be none, is in words."),
        EMPTY_SUMMARY("The patient gets a summary in plain language."),
        SUMMARY_NOT_IN_PATIENTS_LANGUAGE("The summary is there in the language of the letter."),
        SUMMARY_TRANSLATED_TWICE("The opinion is in the letter's language: leave this one out."),
        NO_LAB_VALUES("Each laboratory value is explained: there is none yet."),
        LAB_VALUES_NOT_ASKED("The case's form explains no laboratory values."),
        EMPTY_LAB_FIELD("Name, value, range, flag, meaning and concern are told of each value."),
        CONCERN_WITHOUT_QUESTION("Where there is a concern, the family is told what to ask."),
        FLAG_CONTRADICTS_RANGE("The value does not stand to its range as its flag says."),
        CRITICAL_WITHOUT_FINDING("Flag the critical value as a critical finding: it cannot wait."),
        CRITICAL_WITHOUT_URGENCY("A critical value is an urgent concern."),
        DANGLING_CITATION("The case has no such accepted document."),
        NO_SUCH_PAGE("The document has no such page."),
        SINCE_READING_UNTOLD("What became of your own reading is said, and why it changed."),
        OPEN_QUESTION("A question is still out."),
        NOT_ATTESTED("The signer attests that this is their own opinion."),
        LICENCE_NOT_VALID("None of the signer's licences for the patient's country is this one."),
        LICENCE_EXPIRED("The licence has run out since it was entered."),
        NOT_INDEPENDENT("The signer is of the first team, or tied to it.");

        private final String words;

        Rule(String words) {
            this.words = words;
        }

        public String id() {
            return Code.of(this);
        }

        public String words() {
            return words;
        }
    }
}
