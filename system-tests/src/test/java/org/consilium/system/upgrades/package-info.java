/**
 * Whether anybody notices that the services are replaced, replica after replica, while they work.
 */
package org.consilium.system.upgrades;
