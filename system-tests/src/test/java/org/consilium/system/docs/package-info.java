/** Pages of {@code docs/} that are made of the code, and compared with it on every run. */
package org.consilium.system.docs;
