/**
 * What reviewers read in place of a file: a copy without metadata, and pictures of its pages. Made
 * by a process of its own with little memory and time; a file that it cannot read, or that breaks
 * it, has no copy, and holds up nothing else.
 */
package org.consilium.documents.copies;
