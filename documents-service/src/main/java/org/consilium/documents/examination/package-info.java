/**
 * Whether a file is what its name says, whole, and clean. It fails closed: whatever could not be
 * examined stays unread.
 */
package org.consilium.documents.examination;
