/**
 * The one door by which a review changes: load under the row's lock, let the lifecycle decide,
 * store, announce, and what follows from the fact inside this service. The rules are beside it in
 * {@code lifecycle}, and know neither database nor HTTP.
 */
package org.consilium.review.desk;
