/** How tests ask. */
package org.consilium.stack.requests;
