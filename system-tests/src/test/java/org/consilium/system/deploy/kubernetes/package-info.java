/**
 * The Kubernetes files, rendered as an operator renders them, and the rules they are held to. A
 * rule is a function that names what is wrong; {@link
 * org.consilium.system.deploy.kubernetes.RulesTest} shows that each can fail.
 */
package org.consilium.system.deploy.kubernetes;
