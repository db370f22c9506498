/** Who was asked for a record that is missing, by when, and what came of it. */
package org.consilium.documents.requests;
