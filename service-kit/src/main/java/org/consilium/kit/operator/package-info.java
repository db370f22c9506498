/** What an operator asks for at the database, with the commands of the module ops. */
package org.consilium.kit.operator;
