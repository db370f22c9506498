package org.consilium.documents.paper;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.consilium.kit.work.Sha256;

/**
 * The photographs of a paper, whatever their state. One that was accepted keeps its place until
 * another that was sent for the same place is accepted too.
 */
public record Pages(List<PaperPage> all) {

    private static final Comparator<PaperPage> ACCEPTED_THEN_NEWEST =
            Comparator.comparing(PaperPage::isAccepted).thenComparing(PaperPage::documentId);

    /** What stands at the place; null when nothing does. */
    public PaperPage at(int number) {
        return all.stream()
                .filter(page -> page.number() == number)
                .max(ACCEPTED_THEN_NEWEST)
                .orElse(null);
    }

    public Optional<PaperPage> find(UUID documentId) {
        return all.stream().filter(page -> page.documentId().equals(documentId)).findFirst();
    }

    /** Nothing is there, or only what is unfit. */
    boolean isWanted(int number) {
        return all.stream().filter(page -> page.number() == number).allMatch(PaperPage::isRejected);
    }

    /** Each place holds an accepted photograph. */
    public boolean areWhole(int pages) {
        return IntStream.rangeClosed(1, pages)
                .mapToObj(this::at)
                .allMatch(page -> page != null && page.isAccepted());
    }

    /** Those that are not rejected. */
    public Set<UUID> ids() {
        return all.stream()
                .filter(page -> !page.isRejected())
                .map(PaperPage::documentId)
                .collect(Collectors.toSet());
    }

    public long bytes(int pages) {
        return inOrder(pages).stream().mapToLong(PaperPage::bytes).sum();
    }

    /** Of the pages' hashes in their order, each in lower-case hex and followed by a line feed. */
    public String sha256(int pages) {
        return Sha256.hex(
                inOrder(pages).stream()
                        .map(page -> page.sha256() + "\n")
                        .collect(Collectors.joining()));
    }

    private List<PaperPage> inOrder(int pages) {
        return IntStream.rangeClosed(1, pages).mapToObj(this::at).filter(Objects::nonNull).toList();
    }
}
