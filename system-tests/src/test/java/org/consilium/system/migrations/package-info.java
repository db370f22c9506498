/** New migrations only expand, so that the version before works on the newer schema. */
package org.consilium.system.migrations;
