/** Shares that are honest about how few they come from, and that tell of no single case. */
package org.consilium.kit.statistics;
