/** What this service says of itself, one short text for each code in every language we speak. */
package org.consilium.intake.words;
