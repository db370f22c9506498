/** One record's way from the first byte to the shelf: the rules, the row, the only door. */
package org.consilium.documents.document;
