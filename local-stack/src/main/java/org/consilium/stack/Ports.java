package org.consilium.stack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/** The ports of the parts on 127.0.0.1. */
public record Ports(
        int postgres,
        int kafka,
        int kafkaController,
        int keycloak,
        int s3,
        int smtp,
        int imap,
        int mailApi,
        int scanner) {

    private static final int LOWEST = 20_000;
    private static final int HIGHEST = 32_767;
    private static final int ATTEMPTS = 1_000;
    private static final Set<Integer> HANDED_OUT = ConcurrentHashMap.newKeySet();

    /** Those the README names. */
    public static Ports fixed() {
        return new Ports(5442, 9192, 9193, 8180, 9300, 3025, 3143, 3080, 3310);
    }

    /** Nobody listens on these now. */
    public static Ports free() {
        return new Ports(
                freePort(),
                freePort(),
                freePort(),
                freePort(),
                freePort(),
                freePort(),
                freePort(),
                freePort(),
                freePort());
    }

    /**
     * One port nobody listens on now, nor will by chance: the kernel hands out no such port to an
     * outgoing connection (Linux gives 32768 and up, others 49152 and up), so that a part which
     * takes ten seconds to start still finds it free.
     */
    public static int freePort() {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            int port = ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST + 1);
            if (nobodyListens(port) && HANDED_OUT.add(port)) {
                return port;
            }
        }
        throw new IllegalStateException(
                "no free port between %d and %d".formatted(LOWEST, HIGHEST));
    }

    private static boolean nobodyListens(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }
}
