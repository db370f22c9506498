/** What the other services tell of a case: who may see it, what it needs, and that it ended. */
package org.consilium.documents.cases;
