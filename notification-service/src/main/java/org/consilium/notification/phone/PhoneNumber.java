package org.consilium.notification.phone;

import java.util.Optional;
import java.util.regex.Pattern;
import org.consilium.notification.directory.Contact;

/** A telephone number as the whole world dials it (E.164), such as {@code +442071838750}. */
final class PhoneNumber {

    private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{6,14}");

    private PhoneNumber() {}

    /** Empty for none, and for one that could be anybody's in another country. */
    static Optional<String> of(Contact contact) {
        return Optional.ofNullable(contact.phone())
                .map(written -> written.replaceAll("[\\s()./-]", ""))
                .filter(number -> E164.matcher(number).matches());
    }
}
