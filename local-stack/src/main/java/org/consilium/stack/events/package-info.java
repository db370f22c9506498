/** What a service's tests need to hold its events against the contracts. */
package org.consilium.stack.events;
