/** The tus header {@code Upload-Metadata}, and what is the same in everything it may say. */
package org.consilium.documents.metadata;
