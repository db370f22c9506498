/**
 * What links have in common that let in somebody without an account: a secret that is told once,
 * and a limit to how often such doors are knocked at. What a link opens its service says.
 */
package org.consilium.kit.links;
