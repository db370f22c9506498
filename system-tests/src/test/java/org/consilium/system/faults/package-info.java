/** What happens to acknowledged commands and their effects when processes die under load. */
package org.consilium.system.faults;
