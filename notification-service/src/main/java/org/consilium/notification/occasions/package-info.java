/**
 * On what occasion who is told what: one table, in parts by whose events they are. What there is to
 * tell, and how a telling becomes a notification, stands in {@code telling}, which does not know of
 * it.
 */
package org.consilium.notification.occasions;
