/**
 * The records of a patient who does not exist: made by code, the same bytes every time, so that a
 * demonstration and a test can upload what a family would.
 */
package org.consilium.system.demo;
