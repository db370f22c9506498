/** The record: that nobody changed it, and what it says of one case. */
package org.consilium.ops.record;
