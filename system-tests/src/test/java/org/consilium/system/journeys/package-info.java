/** The programmes' journeys on the running system, through its public addresses only. */
package org.consilium.system.journeys;
