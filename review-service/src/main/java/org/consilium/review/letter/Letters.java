package org.consilium.review.letter;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.consilium.kit.work.Ids;
import org.consilium.kit.work.Sha256;
import org.consilium.review.seal.Seal;

/** Letters from their words to their place in the bucket, and back. */
@ApplicationScoped
public class Letters {

    private final LetterPrinter printer;
    private final Seal seal;
    private final LetterStore store;
    private final Ids ids;

    Letters(LetterPrinter printer, Seal seal, LetterStore store, Ids ids) {
        this.printer = printer;
        this.seal = seal;
        this.store = store;
        this.ids = ids;
    }

    @CheckedTemplate(basePath = "")
    static class Templates {
        static native TemplateInstance letter(LetterPage page, LetterWords words);

        private Templates() {}
    }

    /** Where a letter lies, and what it must hash to. */
    public record Kept(String key, String sha256) {}

    /**
     * Takes seconds; not to be waited for inside a transaction. Fails at once while nothing can be
     * sealed.
     */
    public Uni<Kept> make(LetterPage page, LetterWords words) {
        seal.require();
        var key = ids.next() + ".pdf";
        return html(page, words)
                .chain(printer::print)
                .chain(seal::on)
                .call(pdf -> store.put(key, pdf))
                .map(pdf -> new Kept(key, Sha256.hex(pdf)));
    }

    static Uni<String> html(LetterPage page, LetterWords words) {
        return Uni.createFrom().item(() -> Templates.letter(page, words).render());
    }

    /** Fails when what lies there is not what was signed. */
    public Uni<byte[]> read(Kept letter) {
        return store.get(letter.key())
                .invoke(
                        pdf -> {
                            if (!Sha256.hex(pdf).equals(letter.sha256())) {
                                throw new IllegalStateException(
                                        "letter " + letter.key() + " is not what was signed");
                            }
                        });
    }
}
