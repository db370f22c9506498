/** The stores beside the databases. */
package org.consilium.ops.objects;
