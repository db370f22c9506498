/**
 * Who may do what, tried: the tables of the services' policies, the OpenAPI documents as the second
 * source, and every cell of both against the running system.
 */
package org.consilium.system.rights;
