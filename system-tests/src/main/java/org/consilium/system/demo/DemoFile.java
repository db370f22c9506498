package org.consilium.system.demo;

import java.time.LocalDate;

/**
 * A file as a family would upload it.
 *
 * @param kind LOINC document kind
 * @param language of its words, BCP 47
 * @param firstOpinion whether it tells what the first team thinks, which the reviewer reads only
 *     after an own reading
 */
// Nobody asks whether two files are equal.
@SuppressWarnings("ArrayRecordComponent")
public record DemoFile(
        String fileName,
        String contentType,
        String kind,
        LocalDate clinicalDate,
        String language,
        boolean firstOpinion,
        byte[] bytes) {}
