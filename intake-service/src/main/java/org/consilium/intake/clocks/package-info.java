/**
 * How long a case takes, on two clocks: the patient's, which runs from submission to the opinion,
 * and ours, which runs only while it is our turn. And what that lets others expect.
 */
package org.consilium.intake.clocks;
