/** How the loops of this service come to a stop: each at the end of a step, and all of them. */
package org.consilium.notification.stopping;
