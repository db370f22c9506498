/** What is said to people in their language: problems by their code, fields by their rule. */
package org.consilium.kit.words;
