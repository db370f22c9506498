/**
 * The whole system as processes of one machine: for {@code make up}, for the journeys, and for
 * tests that kill its parts one by one.
 */
package org.consilium.system;
