/** What documents tells whoever watches it. */
package org.consilium.documents.watch;
