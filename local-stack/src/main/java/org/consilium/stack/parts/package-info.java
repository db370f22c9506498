/**
 * Each backing service as a process of this machine: started, looked at, paused, killed, stopped.
 */
package org.consilium.stack.parts;
