/**
 * Whether a service is set up rightly, asked while nothing of it runs yet: what is wrong is told in
 * one line, and no consumer has joined, no migration run, no port opened.
 */
package org.consilium.kit.start;
