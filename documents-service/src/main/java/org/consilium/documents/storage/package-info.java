/** S3, from any vendor: two buckets, random keys, nothing but bytes. */
package org.consilium.documents.storage;
