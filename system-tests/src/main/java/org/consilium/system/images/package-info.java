/** The drill with a real engine: our images as containers, as Compose and Kubernetes run them. */
package org.consilium.system.images;
