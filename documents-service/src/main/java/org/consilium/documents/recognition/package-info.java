/** What a file is, by its bytes alone, and whether it is whole; no network, no disk. */
package org.consilium.documents.recognition;
