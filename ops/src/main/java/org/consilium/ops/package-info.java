/**
 * {@code consilium-ops}: what an operator does about events, deadlines, objects and audits. Works
 * on the databases and says ids, codes and dates only.
 */
package org.consilium.ops;
