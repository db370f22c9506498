/** Who translates which document until when, and what their translations are worth now. */
package org.consilium.documents.translations;
