/** Letters that people send themselves: templates in three languages, without a name in them. */
package org.consilium.documents.letters;
