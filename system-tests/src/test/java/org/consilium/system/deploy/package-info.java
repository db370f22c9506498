/** What stands in {@code deploy/} and docker-compose.yml, held against the code it deploys. */
package org.consilium.system.deploy;
