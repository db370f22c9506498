/**
 * Other systems are told of events by signed requests (Standard Webhooks 1.0): ids, codes and
 * dates, at least once, with the same {@code webhook-id} however often. An endpoint that fails is
 * left alone for longer each time, and switched off when it has failed for days.
 */
package org.consilium.notification.webhooks;
