/** Files under {@code docs} that say what the code says. */
package org.consilium.stack.docs;
