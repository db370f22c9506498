/**
 * One trace from a request to the last mail that comes of it, across tables, topics and restarts.
 */
package org.consilium.kit.trace;
