/** Starts of the packaged services that are tried, by right settings and by wrong ones. */
package org.consilium.stack.start;
