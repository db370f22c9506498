package org.consilium.documents;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Map;
import org.consilium.stack.BackingParts;

/** Stands before clamd and can be shut, so that the scanner is away for this service alone. */
public final class ScannerDoor implements QuarkusTestResourceLifecycleManager {

    /** A system property, because Quarkus loads the test's classes twice. */
    private static final String SHUT = "scanner-door-shut";

    private ServerSocket door;

    public static void shut() {
        System.setProperty(SHUT, "true");
    }

    public static void open() {
        System.clearProperty(SHUT);
    }

    @Override
    public Map<String, String> start() {
        try {
            door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::letIn);
        return Map.of("SCANNER_DOOR", "127.0.0.1:" + door.getLocalPort());
    }

    @Override
    public void stop() {
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void letIn() {
        while (!door.isClosed()) {
            try {
                var guest = door.accept();
                if (System.getProperty(SHUT) == null) {
                    Thread.ofVirtual().start(() -> lead(guest));
                } else {
                    guest.close();
                }
            } catch (IOException e) {
                return;
            }
        }
    }

    private static void lead(Socket guest) {
        var address = BackingParts.addresses().scanner().split(":");
        try (guest;
                var clamd = new Socket(address[0], Integer.parseInt(address[1]))) {
            var back = Thread.ofVirtual().start(() -> pass(stream(clamd), sink(guest)));
            guest.getInputStream().transferTo(clamd.getOutputStream());
            back.join();
        } catch (IOException | InterruptedException e) {
            // The service hung up, or clamd did: both see it.
        }
    }

    private static void pass(InputStream from, OutputStream to) {
        try {
            from.transferTo(to);
            to.close();
        } catch (IOException e) {
            // As above.
        }
    }

    private static InputStream stream(Socket socket) {
        try {
            return socket.getInputStream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static OutputStream sink(Socket socket) {
        try {
            return socket.getOutputStream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
