/** What waits where, the first thing to type. */
package org.consilium.ops.backlog;
