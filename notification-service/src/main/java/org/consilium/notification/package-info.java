/**
 * Who is told what, when, and what became of it.
 *
 * <p>One table ({@code occasions.WhoIsTold}) turns the events of the other services into tellings.
 * A telling becomes one notification per person, which stands in that person's inbox and goes out
 * by mail. The lifecycle of a delivery is pure ({@code lifecycle.DeliveryLifecycle}): what went out
 * without an answer is recorded as uncertain, never guessed. Nothing here says more than that
 * something happened, what comes next and whose turn it is: no name, no diagnosis, no file name.
 */
package org.consilium.notification;
