/** What a case costs: shown before anything is asked, agreed before anybody works on it. */
package org.consilium.intake.price;
