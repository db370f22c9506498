package org.consilium.documents;

import io.restassured.RestAssured;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** A PATCH whose connection the test holds in its hands. */
public final class RawRequest implements AutoCloseable {

    private final Socket socket;
    private final BufferedReader answers;
    private String lastBody = "";

    /** Announces so many bytes from that offset on, and sends none. */
    public RawRequest(People person, String upload, long offset, long announced)
            throws IOException {
        this();
        announce(person, upload, offset, announced);
    }

    /** The same, with what its bytes will come to. */
    public RawRequest(
            People person, String upload, long offset, long announced, String uploadChecksum)
            throws IOException {
        this();
        announce(person, upload, offset, announced, "Upload-Checksum: " + uploadChecksum);
    }

    private RawRequest() throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port);
        socket.setSoTimeout(30_000);
        answers =
                new BufferedReader(
                        new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
    }

    /** Another request on the same connection. */
    public void announce(People person, String upload, long offset, long announced)
            throws IOException {
        announce(person, upload, offset, announced, "X-Nothing: more");
    }

    /** With one more header. */
    public void announce(People person, String upload, long offset, long announced, String header)
            throws IOException {
        var head =
                """
                PATCH %s HTTP/1.1
                Host: localhost
                Authorization: Bearer %s
                Tus-Resumable: 1.0.0
                Upload-Offset: %d
                Content-Type: application/offset+octet-stream
                Content-Length: %d
                %s

                """
                        .formatted(upload, person.token(), offset, announced, header);
        send(head.replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    public void send(byte[] bytes) throws IOException {
        send(bytes, 0, bytes.length);
    }

    public void send(byte[] bytes, int from, int count) throws IOException {
        socket.getOutputStream().write(bytes, from, count);
        socket.getOutputStream().flush();
    }

    /** Waits for the answer and reads it to its end. */
    public int status() throws IOException {
        int status = Integer.parseInt(answers.readLine().split(" ")[1]);
        int length = 0;
        for (var line = answers.readLine(); !line.isEmpty(); line = answers.readLine()) {
            if (line.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                length = Integer.parseInt(line.substring(line.indexOf(':') + 1).strip());
            }
        }
        var body = new char[length];
        for (int i = 0; i < length; i++) {
            body[i] = (char) answers.read();
        }
        lastBody = new String(body);
        return status;
    }

    /** Of the answer that was read last. */
    public String code() {
        return lastBody.replaceFirst("(?s).*urn:consilium:problem:([a-z-]+).*", "$1");
    }

    /** Without a word: the line is dead. */
    public void tear() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
