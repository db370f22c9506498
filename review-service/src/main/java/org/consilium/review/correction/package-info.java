/**
 * Reviewers whose assignment stands on a triage that was set right after they had accepted: until a
 * clinical lead says that they go on, or somebody else is looked for, nothing is released.
 */
package org.consilium.review.correction;
