package org.consilium.kit.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * Text that can be stored and shown as it was written. Half a surrogate pair would be stored as a
 * question mark, and PostgreSQL takes no NUL: clinical words are not changed without a word. What
 * nobody can see counts as nothing written.
 */
public final class ReadableText extends StdScalarDeserializer<String> {

    private static final long serialVersionUID = 1;

    ReadableText() {
        super(String.class);
    }

    @Override
    public String deserialize(JsonParser json, DeserializationContext context) throws IOException {
        var text = StringDeserializer.instance.deserialize(json, context);
        if (text == null) {
            return null;
        }
        if (!isReadable(text)) {
            throw new Unreadable(json);
        }
        return text.codePoints().allMatch(ReadableText::isInvisible) ? "" : text;
    }

    static boolean isReadable(String text) {
        return StandardCharsets.UTF_8.newEncoder().canEncode(text)
                && text.codePoints().noneMatch(ReadableText::isControl);
    }

    private static boolean isControl(int character) {
        return Character.getType(character) == Character.CONTROL
                && character != '\n'
                && character != '\r'
                && character != '\t';
    }

    private static boolean isInvisible(int character) {
        return Character.isWhitespace(character)
                || Character.isSpaceChar(character)
                || Character.getType(character) == Character.FORMAT
                || Character.getType(character) == Character.CONTROL;
    }

    /** The text is not one; says which field, never what stood there. */
    public static final class Unreadable extends MismatchedInputException {

        private static final long serialVersionUID = 1;

        Unreadable(JsonParser json) {
            super(json, "unreadable text", String.class);
        }
    }
}
