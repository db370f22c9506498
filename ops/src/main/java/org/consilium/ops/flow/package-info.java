/** Events on their way, deadlines, and what got stuck. */
package org.consilium.ops.flow;
