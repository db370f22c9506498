/** What every command needs: where things are, and what may be said of them. */
package org.consilium.ops.console;
