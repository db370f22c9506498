/**
 * A program of its own, started for one file with little memory and time: whatever a file does to
 * it, it does to nothing else. It knows the JDK and PDFBox, no network and no secret.
 */
package org.consilium.documents.worker;
