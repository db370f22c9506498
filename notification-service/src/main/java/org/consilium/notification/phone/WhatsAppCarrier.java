package org.consilium.notification.phone;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
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
import org.consilium.notification.words.Language;

/**
 * By WhatsApp, through Meta's Cloud API. Whoever writes first may only send a template that Meta
 * has approved; ours takes the case's reference, the headline and the link, and nothing else.
 */
@ApplicationScoped
class WhatsAppCarrier implements Carrier {

    private final Posts posts;
    private final PhoneConfig config;

    WhatsAppCarrier(Posts posts, PhoneConfig config) {
        this.posts = posts;
        this.config = config;
    }

    @Override
    public Channel channel() {
        return Channel.WHATSAPP;
    }

    @Override
    public boolean isOffered() {
        return config.whatsapp().url().isPresent();
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
        return new Gateway(posts, config.whatsapp())
                .hand(
                        new JsonObject()
                                .put("messaging_product", "whatsapp")
                                .put("to", address)
                                .put("type", "template")
                                .put("template", template(parcel))
                                .put("biz_opaque_callback_data", parcel.key()));
    }

    private JsonObject template(Parcel parcel) {
        var letter = parcel.first().letter();
        var body =
                new JsonArray()
                        .add(text(letter.reference()))
                        .add(text(letter.headline()))
                        .add(text(parcel.first().link()));
        return new JsonObject()
                .put("name", config.whatsappTemplate())
                .put("language", new JsonObject().put("code", code(parcel.language())))
                .put(
                        "components",
                        new JsonArray()
                                .add(new JsonObject().put("type", "body").put("parameters", body)));
    }

    private static JsonObject text(String value) {
        return new JsonObject().put("type", "text").put("text", value);
    }

    /** As Meta names them. */
    private static String code(Language language) {
        return switch (language) {
            case EN -> "en";
            case UR -> "ur";
            case ZH -> "zh_CN";
        };
    }
}
