/** The tus 1.0 edge: what may be uploaded, by whom, and from which byte on. */
package org.consilium.documents.upload;
