/** A record that came as several photographs: which of them is which page, and when it is whole. */
package org.consilium.documents.paper;
