/**
 * Bytes in, over tus 1.0: resumable at any byte, one part in memory at a time, whatever breaks in
 * between.
 */
package org.consilium.documents.upload;
