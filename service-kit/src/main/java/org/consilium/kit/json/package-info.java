/**
 * How JSON is read: strictly where people and programs write to us, patiently where a newer version
 * of ours does.
 */
package org.consilium.kit.json;
