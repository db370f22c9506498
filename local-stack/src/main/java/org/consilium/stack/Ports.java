package org.consilium.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;

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

    /** One port nobody listens on now. */
    public static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
