package org.consilium.notification.world;

import jakarta.mail.BodyPart;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeUtility;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.consilium.stack.BackingParts;

/** A person's mailbox, read over IMAP. */
public record Mailbox(String username) {

    /** One mail, decoded as a mail program would; {@code rawSubject} as it came. */
    public record Mail(
            String messageId,
            String subject,
            String rawSubject,
            String language,
            String text,
            String html,
            Map<String, String> headers) {

        /** Null when the mail has none of this name. */
        public String header(String name) {
            return headers.get(name);
        }
    }

    /** The mails whose subject has these words, oldest first. */
    public List<Mail> about(String words) {
        var server = BackingParts.addresses().mail();
        try (var store = Session.getInstance(new Properties()).getStore("imap")) {
            store.connect(server.host(), server.imapPort(), address(), "any");
            try (var inbox = store.getFolder("INBOX")) {
                inbox.open(Folder.READ_ONLY);
                return about(words, inbox.getMessages());
            }
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String address() {
        return username + "@consilium.example";
    }

    private static List<Mail> about(String words, Message[] messages)
            throws MessagingException, IOException {
        var found = new ArrayList<Mail>();
        for (var message : messages) {
            if (message.getSubject().contains(words)) {
                found.add(read(message));
            }
        }
        return found;
    }

    private static Mail read(Message message) throws MessagingException, IOException {
        var bodies = (Multipart) message.getContent();
        return new Mail(
                message.getHeader("Message-ID")[0],
                message.getSubject(),
                message.getHeader("Subject")[0],
                message.getHeader("Content-Language")[0],
                body(bodies.getBodyPart(0)),
                body(bodies.getBodyPart(1)),
                headers(message));
    }

    private static Map<String, String> headers(Message message) throws MessagingException {
        var headers = new HashMap<String, String>();
        for (var header : Collections.list(message.getAllHeaders())) {
            headers.putIfAbsent(header.getName(), MimeUtility.unfold(header.getValue()));
        }
        return headers;
    }

    private static String body(BodyPart part) throws MessagingException, IOException {
        return (String) part.getContent();
    }
}
