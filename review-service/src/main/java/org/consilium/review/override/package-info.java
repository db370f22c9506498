/**
 * Where matching leaves nobody, a clinical lead may propose somebody whom a rule excludes, with a
 * reason; that has effect once a second clinical lead agrees. Set aside may be what is the clinic's
 * to weigh: specialty, language, absence, capacity, an earlier no. Never independence, in whichever
 * way it is known; nor the licence, which is the law's to give; nor that somebody left.
 */
package org.consilium.review.override;
