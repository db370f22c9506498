/** Who may see which documents, and how their bytes leave. */
package org.consilium.documents.reading;
