/**
 * The house rules as tests, over the whole tree: what is written, how large, and who may know whom.
 */
package org.consilium.system.tidy;
