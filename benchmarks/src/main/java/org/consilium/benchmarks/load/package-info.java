/** Clients that go on as soon as they were answered, and what their turns took and cost. */
package org.consilium.benchmarks.load;
