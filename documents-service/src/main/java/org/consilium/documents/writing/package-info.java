/** In which encoding a text is written: by its bytes alone, and the same wherever it is asked. */
package org.consilium.documents.writing;
