/**
 * Every cell of the rights tables, tried on the running system: each address, with everybody's
 * token, on a case in each state; judged by the status and by the words that come back.
 */
package org.consilium.system.matrix;
