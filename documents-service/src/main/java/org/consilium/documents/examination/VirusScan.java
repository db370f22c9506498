package org.consilium.documents.examination;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.consilium.documents.examination.Trouble.ScannerAway;

/**
 * One conversation with clamd: the file in chunks ({@code INSTREAM}), then its verdict. Whatever is
 * not a verdict is a failure: only clamd's own word makes a file clean.
 */
final class VirusScan implements Closeable {

    private static final Duration CONNECT = Duration.ofSeconds(5);

    private final Socket socket = new Socket();
    private final DataOutputStream out;

    enum Verdict {
        CLEAN,
        INFECTED,
        /** A limit of the scanner was reached before the end of the file. */
        NOT_SCANNABLE
    }

    VirusScan(String address, Duration silence) throws ScannerAway {
        try {
            out = greet(address, silence);
        } catch (IOException e) {
            throw new ScannerAway(e);
        }
    }

    private DataOutputStream greet(String address, Duration silence) throws IOException {
        int colon = address.lastIndexOf(':');
        var host = address.substring(0, colon);
        var port = Integer.parseInt(address.substring(colon + 1));
        socket.connect(new InetSocketAddress(host, port), (int) CONNECT.toMillis());
        socket.setSoTimeout((int) silence.toMillis());
        var stream = new DataOutputStream(new BufferedOutputStream(socket.getOutputStream()));
        stream.write("zINSTREAM\0".getBytes(StandardCharsets.US_ASCII));
        return stream;
    }

    void take(byte[] chunk, int count) throws ScannerAway {
        try {
            out.writeInt(count);
            out.write(chunk, 0, count);
        } catch (IOException e) {
            throw new ScannerAway(e);
        }
    }

    /** Ends the file and waits for the word. */
    Verdict verdict() throws ScannerAway {
        try {
            out.writeInt(0);
            out.flush();
            var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return read(answer.replace("\0", "").strip());
        } catch (IOException e) {
            throw new ScannerAway(e);
        }
    }

    static Verdict read(String answer) throws IOException {
        if (answer.equals("stream: OK")) {
            return Verdict.CLEAN;
        }
        if (answer.contains("Heuristics.Limits.Exceeded")
                || answer.contains("size limit exceeded")) {
            return Verdict.NOT_SCANNABLE;
        }
        if (answer.endsWith(" FOUND")) {
            return Verdict.INFECTED;
        }
        throw new IOException("clamd gives no verdict");
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
