package org.consilium.notification.world;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.consilium.stack.BackingParts;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * What the service takes for its mail server or for Keycloak: a way through to the real one, or
 * something in a mood.
 */
public final class Door implements BeforeAllCallback, BeforeEachCallback, AfterAllCallback {

    /** How it treats whoever comes. */
    public enum Mood {
        OPEN,
        /** Takes the connection and hangs up, as a balancer without a server behind it does. */
        HANGS_UP_AT_ONCE,
        DEFERS,
        REFUSES,
        SILENT_AFTER_DATA,
        HANGS_UP_AFTER_DATA
    }

    private final String portProperty;
    private final InetSocketAddress target;
    private final List<String> mailsTaken = new CopyOnWriteArrayList<>();
    private final Set<Socket> inside = ConcurrentHashMap.newKeySet();
    private volatile Mood mood = Mood.OPEN;
    private ServerSocket door;
    private Thread doorman;
    private int classesInside;

    private Door(String portProperty, InetSocketAddress target) {
        this.portProperty = portProperty;
        this.target = target;
    }

    public static Door toTheMailServer() {
        var mail = BackingParts.addresses().mail();
        return new Door(
                NotificationSettings.MAIL_PORT,
                new InetSocketAddress(mail.host(), mail.smtpPort()));
    }

    /** Only its administration interface: tokens take the straight way. */
    public static Door toTheDirectory() {
        var issuer = URI.create(BackingParts.addresses().issuer());
        return new Door(
                NotificationSettings.DIRECTORY_PORT,
                new InetSocketAddress(issuer.getHost(), issuer.getPort()));
    }

    /** Nested classes come through the door of the class around them. */
    @Override
    public void beforeAll(ExtensionContext context) {
        if (classesInside++ == 0) {
            open();
        }
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        be(Mood.OPEN);
    }

    @Override
    public void afterAll(ExtensionContext context) throws IOException {
        if (--classesInside == 0) {
            shut();
        }
    }

    /** Whoever is inside has to leave: a kept connection would not notice the mood. */
    public void be(Mood next) {
        mood = next;
        inside.forEach(Door::close);
        mailsTaken.clear();
    }

    /** How often a whole mail about the case was handed to a door in a mood. */
    public long mailsTakenAbout(Story story) {
        return mailsTaken.stream().filter(mail -> mail.contains(story.reference())).count();
    }

    /**
     * Nobody listens any more: connections are refused. The port is free only when the thread that
     * waits on it has noticed.
     */
    public void shut() throws IOException {
        door.close();
        inside.forEach(Door::close);
        try {
            doorman.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    public void open() {
        try {
            door =
                    new ServerSocket(
                            Integer.getInteger(portProperty), 50, InetAddress.getLoopbackAddress());
            var listening = door;
            doorman = Thread.ofVirtual().start(() -> listen(listening));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void listen(ServerSocket listening) {
        while (!listening.isClosed()) {
            try {
                var visitor = listening.accept();
                Thread.ofVirtual().start(() -> receive(visitor));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void receive(Socket visitor) {
        inside.add(visitor);
        try (visitor) {
            switch (mood) {
                case OPEN -> letThrough(visitor);
                case HANGS_UP_AT_ONCE -> {}
                case DEFERS, REFUSES, SILENT_AFTER_DATA, HANGS_UP_AFTER_DATA -> talk(visitor);
            }
        } catch (IOException e) {
            // The service has hung up, as it may.
        } finally {
            inside.remove(visitor);
        }
    }

    private static void close(Socket visitor) {
        try {
            visitor.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void letThrough(Socket visitor) throws IOException {
        try (var real = new Socket(target.getAddress(), target.getPort())) {
            var back = Thread.ofVirtual().start(() -> copy(real, visitor));
            copy(visitor, real);
            real.shutdownOutput();
            back.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void copy(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException e) {
            // One side has hung up, and the other will see it.
        }
    }

    private void talk(Socket visitor) throws IOException {
        var in = new BufferedReader(new InputStreamReader(visitor.getInputStream(), US_ASCII));
        var out = visitor.getOutputStream();
        say(out, "220 door");
        for (var line = in.readLine(); line != null; line = in.readLine()) {
            switch (line.split("[ :]")[0]) {
                case "EHLO" -> say(out, "250 door");
                case "MAIL" -> say(out, mood == Mood.DEFERS ? "451 later" : "250 ok");
                case "RCPT" -> say(out, mood == Mood.REFUSES ? "550 no such user" : "250 ok");
                case "DATA" -> {
                    say(out, "354 go on");
                    takeMail(in);
                    return;
                }
                default -> say(out, "221 bye");
            }
        }
    }

    private void takeMail(BufferedReader in) throws IOException {
        var mail = new StringBuilder();
        for (var line = in.readLine(); !".".equals(line); line = in.readLine()) {
            if (line == null) {
                return;
            }
            mail.append(line);
        }
        mailsTaken.add(mail.toString());
        if (mood == Mood.SILENT_AFTER_DATA) {
            in.readLine();
        }
    }

    private static void say(OutputStream out, String reply) throws IOException {
        out.write((reply + "\r\n").getBytes(US_ASCII));
        out.flush();
    }
}
