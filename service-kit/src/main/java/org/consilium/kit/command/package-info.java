/**
 * The way in for commands, and the answers that are kept of them. It knows who asks and how they
 * stand to the case; neither of those knows it.
 */
package org.consilium.kit.command;
