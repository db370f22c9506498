/**
 * What this service decides: which files become records of a case, and whether the case has the
 * records that its checklist asks for.
 *
 * <p>A file is a stranger until it was counted, recognised by its content and found clean; only
 * then may anybody read it. Bytes lie in S3 under random keys, everything that is known about them
 * in PostgreSQL. The words on a page are nobody's business here.
 */
package org.consilium.documents;
