/** The stories of the programmes, told through the services' public addresses and nothing else. */
package org.consilium.system.story;
