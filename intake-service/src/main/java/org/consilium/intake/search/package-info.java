/** The search for a reviewer, as far as review tells of it: who was asked, and who accepted. */
package org.consilium.intake.search;
