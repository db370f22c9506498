package org.consilium.system.matrix;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;

/** Takes what services send a collector of traces, as it is: OTLP, which is Protocol Buffers. */
final class Collector implements AutoCloseable {

    /** Tags of a span: its id, its state's text, its parent, its name. */
    private static final int SPAN_ID = 0x12;

    private static final int STATE = 0x1a;
    private static final int PARENT = 0x22;
    private static final int NAME = 0x2a;

    private final List<byte[]> sent = new CopyOnWriteArrayList<>();
    private final HttpServer server;

    Collector() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/traces", this::take);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** All that ever came, read as text: strings stand in it as they are. */
    String text() {
        var text = new StringBuilder();
        sent.forEach(body -> text.append(new String(body, StandardCharsets.ISO_8859_1)));
        return text.toString();
    }

    /** What the steps of a trace are called. */
    Set<String> stepsOf(String traceId) {
        var marker = HexFormat.of().parseHex("0a10" + traceId);
        var names = new TreeSet<String>();
        for (var body : sent) {
            for (int at = 0; at + marker.length < body.length; at++) {
                if (ByteBuffer.wrap(body, at, marker.length).equals(ByteBuffer.wrap(marker))) {
                    names.add(name(ByteBuffer.wrap(body).position(at + marker.length)));
                }
            }
        }
        return names;
    }

    /** The fields before the name have lengths of one byte. */
    private static String name(ByteBuffer span) {
        while (span.remaining() > 2) {
            int tag = span.get();
            var field = new byte[span.get()];
            span.get(field);
            if (tag == NAME) {
                return new String(field, StandardCharsets.UTF_8);
            }
            if (tag != SPAN_ID && tag != STATE && tag != PARENT) {
                return "a link, or what else names a trace";
            }
        }
        return "nothing";
    }

    private void take(HttpExchange exchange) throws IOException {
        sent.add(exchange.getRequestBody().readAllBytes());
        exchange.sendResponseHeaders(200, -1);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
