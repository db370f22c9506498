/** What the published description of a service says beyond its annotations. */
package org.consilium.kit.openapi;
