/** What review seals letters with, made for one machine. */
package org.consilium.stack.seals;
