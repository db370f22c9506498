/** Alerts, runbooks and dashboards. */
package org.consilium.system.deploy.watching;
