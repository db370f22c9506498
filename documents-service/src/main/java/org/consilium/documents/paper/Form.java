package org.consilium.documents.paper;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;
import org.consilium.kit.words.Code;

/** What a document is made of. */
public sealed interface Form {

    /** One file. */
    record File() implements Form {}

    /** Several photographs; one document everywhere but where they are put in order. */
    record Paper(int pages) implements Form {

        /** A folder of more is several records, and all of it is drawn by one worker. */
        public static final int MOST_PAGES = 20;

        /** What its copy is called; the family's own names stand with the photographs. */
        public static final String FILE_NAME = "pages.pdf";

        /** Four times what a good telephone makes; all pages together have to fit into one copy. */
        public static final long MOST_BYTES_OF_A_PAGE = 32L * 1024 * 1024;
    }

    /** One of its photographs, which stands in no list by itself. */
    record Page(UUID paper) implements Form {}

    /**
     * One file that says in another language what a version of another document says.
     *
     * @param sha256 of the version that was translated
     * @param from BCP 47
     */
    record Translation(UUID source, String sha256, String from, Manner manner) implements Form {}

    /** What is wrong with a translation that is taken back; the codes are stable. */
    enum Fault {
        /** It says something else than its source. */
        WRONG_MEANING,
        /** Parts of its source are missing. */
        INCOMPLETE,
        /** It is of another document, or of another person's. */
        WRONG_DOCUMENT,
        ILLEGIBLE;

        @JsonValue
        public String code() {
            return Code.of(this);
        }

        public static Fault ofCode(String code) {
            return Code.find(Fault.class, code)
                    .orElseThrow(() -> new IllegalArgumentException("no fault " + code));
        }
    }

    /** How a translation was made. */
    enum Manner {
        HUMAN,
        /** A machine's, which a person has read and answers for. */
        MACHINE_ASSISTED;

        public String code() {
            return Code.of(this);
        }

        /** Null for a code that is none. */
        public static Manner ofCode(String code) {
            return Code.find(Manner.class, code).orElse(null);
        }
    }
}
