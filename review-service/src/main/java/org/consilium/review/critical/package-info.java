/**
 * What a reviewer sees that cannot wait for the opinion. The treating side and the coordinators are
 * told at once; whoever sees to it says so, and until somebody does the finding is open.
 */
package org.consilium.review.critical;
