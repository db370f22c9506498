package org.consilium.notification.phone;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import org.consilium.notification.channels.Carrier;
import org.consilium.notification.channels.Channel;
import org.consilium.notification.channels.Parcel;
import org.consilium.notification.directory.Contact;
import org.consilium.notification.http.Posts;
import org.consilium.notification.lifecycle.Outcome;

/** By short message, through a gateway that takes one as JSON. */
@ApplicationScoped
class SmsCarrier implements Carrier {

    private final Posts posts;
    private final PhoneConfig config;

    SmsCarrier(Posts posts, PhoneConfig config) {
        this.posts = posts;
        this.config = config;
    }

    @Override
    public Channel channel() {
        return Channel.SMS;
    }

    @Override
    public boolean isOffered() {
        return config.sms().url().isPresent();
    }

    @Override
    public Optional<String> address(Contact contact) {
        return PhoneNumber.of(contact);
    }

    @Override
    public Duration patience() {
        return posts.patience();
    }

    @Override
    public Uni<Outcome> send(Parcel parcel, String address) {
        var content = parcel.first();
        return new Gateway(posts, config.sms())
                .hand(
                        new JsonObject()
                                .put("to", address)
                                .put("from", config.smsSender())
                                .put("text", content.letter().shortText() + " " + content.link())
                                .put("reference", parcel.key()));
    }
}
