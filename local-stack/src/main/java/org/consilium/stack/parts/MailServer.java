package org.consilium.stack.parts;

import java.nio.file.Path;
import java.util.Map;

/**
 * Takes every mail for anybody by SMTP and shows it by IMAP and HTTP. Mails are kept in memory,
 * until it stops.
 */
public final class MailServer extends Part {

    private final int imapPort;
    private final int apiPort;

    public MailServer(Path directory, int smtpPort, int imapPort, int apiPort) {
        super("Mail", smtpPort, new ChildProcess("Mail", directory));
        this.imapPort = imapPort;
        this.apiPort = apiPort;
    }

    public int imapPort() {
        return imapPort;
    }

    public int apiPort() {
        return apiPort;
    }

    /** Such as {@code http://127.0.0.1:3080/api/user/amina@consilium.example/messages}. */
    public String api() {
        return "http://127.0.0.1:" + apiPort + "/api";
    }

    @Override
    void launch() {
        var command =
                new JavaCommand("128m")
                        .property("greenmail.smtp.hostname", "127.0.0.1")
                        .property("greenmail.smtp.port", port())
                        .property("greenmail.imap.hostname", "127.0.0.1")
                        .property("greenmail.imap.port", imapPort)
                        .property("greenmail.api.hostname", "127.0.0.1")
                        .property("greenmail.api.port", apiPort)
                        .property("greenmail.auth.disabled", "")
                        .main(
                                Workspace.classPath("mail"),
                                "com.icegreen.greenmail.standalone.GreenMailStandaloneRunner");
        process().start(command, Map.of());
    }

    @Override
    boolean isReady() {
        return accepts(port())
                && accepts(imapPort)
                && accepts(apiPort)
                && Http.succeeds(api() + "/service/readiness");
    }
}
