/** What whoever sent a document may still do with it. */
package org.consilium.documents.uploader;
