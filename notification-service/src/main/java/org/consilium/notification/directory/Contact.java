package org.consilium.notification.directory;

import java.util.List;
import java.util.Map;
import org.consilium.notification.directory.DirectoryClient.User;

/**
 * Where and in which language somebody is reached.
 *
 * @param known whether there is an account in use
 * @param mail null when the account has none
 * @param phone null when the account has none
 * @param language null when the account names none
 */
public record Contact(boolean known, String mail, String phone, String language) {

    static final Contact NOBODY = new Contact(false, null, null, null);

    static Contact of(User user) {
        return user.enabled()
                ? new Contact(
                        true, user.email(), attribute(user, "phone"), attribute(user, "locale"))
                : NOBODY;
    }

    private static String attribute(User user, String name) {
        var attributes =
                user.attributes() == null ? Map.<String, List<String>>of() : user.attributes();
        return attributes.getOrDefault(name, List.of()).stream().findFirst().orElse(null);
    }

    /** Without any address: records find their way into logs. */
    @Override
    public String toString() {
        return "Contact[known=" + known + "]";
    }
}
