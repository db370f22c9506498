package org.consilium.system.matrix;

/** A word that stands in one field of one case and nowhere else. */
record Canary(String word, String scene, String field) {}
