/** What intake tells whoever watches it. */
package org.consilium.intake.watch;
