/**
 * What the services tell each other: one record per event, its name on the wire, the topic it
 * travels on.
 *
 * <p>Events carry ids, codes and dates. A name, a diagnosis, a file name or free text never stands
 * in one: who needs the words reads them from their owner with a token of their own.
 */
package org.consilium.contracts;
