/**
 * Whether the opinion can be there before the treatment begins: asked at submission, again when the
 * date moves, and every day in between.
 */
package org.consilium.intake.delay;
