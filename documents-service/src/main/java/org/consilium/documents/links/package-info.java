/**
 * Links by which a family member at the bedside uploads photographs without an account, and sees
 * nothing else. A link is worth no more than the right of whoever made it.
 */
package org.consilium.documents.links;
