/**
 * What whoever watches the service is told of its tables: numbers by codes, never about one case.
 */
package org.consilium.kit.figures;
