/**
 * Codes, and what is said of them to people in their language: problems, and the rules of fields.
 */
package org.consilium.kit.words;
