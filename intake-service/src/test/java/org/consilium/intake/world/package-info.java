/** The service under test as the world sees it: people with tokens, other services with events. */
package org.consilium.intake.world;
