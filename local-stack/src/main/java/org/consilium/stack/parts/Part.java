package org.consilium.stack.parts;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;

/**
 * One backing service. Starting one that runs already does nothing, unless it was started with
 * other settings; its data stays until its directory goes.
 */
public abstract class Part {

    /** Cold starts on a busy machine take this long. */
    static final Duration STARTS_WITHIN = Duration.ofMinutes(4);

    private final String name;
    private final int port;
    private final ChildProcess process;

    Part(String name, int port, ChildProcess process) {
        this.name = name;
        this.port = port;
        this.process = process;
    }

    abstract void launch();

    abstract boolean isReady();

    /** What it would be started with now. */
    String edition() {
        return Edition.of();
    }

    public final void start() {
        if (runsAsDescribed()) {
            return;
        }
        stop();
        if (accepts(port)) {
            throw new PortTaken(name, port);
        }
        launch();
        process.noteEdition(edition());
        process.awaitReady(this::isReady, STARTS_WITHIN);
    }

    public final boolean runsAsDescribed() {
        return process.isRunning() && process.edition().equals(edition());
    }

    /** In good order, and by force after 20 seconds. */
    public void stop() {
        process.stop(Duration.ofSeconds(20));
    }

    public String name() {
        return name;
    }

    public int port() {
        return port;
    }

    public String address() {
        return "127.0.0.1:" + port;
    }

    /** For tests that kill, pause and look. */
    public ChildProcess process() {
        return process;
    }

    static boolean accepts(int port) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 500);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Somebody else listens where this part should. */
    public static final class PortTaken extends RuntimeException {
        public PortTaken(String name, int port) {
            super(
                    name
                            + " needs port "
                            + port
                            + " of 127.0.0.1, and another process listens there");
        }
    }
}
