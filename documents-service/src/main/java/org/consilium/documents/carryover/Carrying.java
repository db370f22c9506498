package org.consilium.documents.carryover;

import static org.consilium.documents.document.Refusal.NOT_A_RECORD;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.consilium.documents.document.Document.Accepted;
import org.consilium.documents.document.Refusals;
import org.consilium.documents.paper.Form.Page;

/**
 * What is carried over by one wish: records that are not in the new case yet, and of a paper its
 * photographs behind it.
 *
 * @param already what the new case has of the wish, by where it came from
 */
record Carrying(List<Copy> copies, Map<UUID, UUID> already) {

    /**
     * One document in its new case.
     *
     * @param paper the new document that it is a page of; null for whatever stands for itself
     * @param number its place there
     * @param sourceKey where its bytes lie; null for a paper, whose bytes are its pages'
     */
    record Copy(
            Accepted source,
            UUID documentId,
            UUID objectKey,
            UUID sourceKey,
            UUID paper,
            Integer number) {}

    /**
     * A record or a photograph that the earlier case has.
     *
     * @param objectKey of a paper, too, though its bytes are its pages'
     * @param place of a photograph in its paper; null for whatever has none
     * @param carried what it is in the new case already; null when it is not there
     */
    record Earlier(Accepted document, UUID objectKey, Integer place, UUID carried) {

        private UUID bytesAt() {
            return document.about().isPaper() ? null : objectKey;
        }

        private boolean isRecord() {
            return !document.about().isPage();
        }

        private boolean isPageOf(UUID paper) {
            return document.about().form() instanceof Page(var of)
                    && of.equals(paper)
                    && place != null;
        }
    }

    /** {@code wanted} is null for all there are. A record that is not accepted is none. */
    static Carrying of(List<Earlier> earlier, Set<UUID> wanted, Supplier<UUID> ids) {
        var records = earlier.stream().filter(Earlier::isRecord).toList();
        var known = records.stream().map(record -> id(record.document())).toList();
        if (wanted != null && !known.containsAll(wanted)) {
            throw Refusals.problem(NOT_A_RECORD);
        }
        var copies = new ArrayList<Copy>();
        var already = new HashMap<UUID, UUID>();
        for (var record : records) {
            var id = id(record.document());
            if (wanted != null && !wanted.contains(id)) {
                continue;
            }
            if (record.carried() != null) {
                already.put(id, record.carried());
            } else {
                add(record, pagesOf(id, earlier), copies, ids);
            }
        }
        return new Carrying(copies, already);
    }

    private static List<Earlier> pagesOf(UUID paper, List<Earlier> earlier) {
        return earlier.stream()
                .filter(one -> one.isPageOf(paper))
                .sorted(Comparator.comparing(Earlier::place))
                .toList();
    }

    private static void add(
            Earlier record, List<Earlier> pages, List<Copy> copies, Supplier<UUID> ids) {
        var itself = copy(record, null, ids);
        copies.add(itself);
        pages.forEach(page -> copies.add(copy(page, itself.documentId(), ids)));
    }

    private static Copy copy(Earlier one, UUID paper, Supplier<UUID> ids) {
        return new Copy(one.document(), ids.get(), ids.get(), one.bytesAt(), paper, one.place());
    }

    /** What somebody else carried over meanwhile is there already. */
    Carrying without(Map<UUID, UUID> carried) {
        var there = new HashMap<>(already);
        copies.stream()
                .filter(copy -> copy.paper() == null && carried.containsKey(id(copy.source())))
                .forEach(copy -> there.put(id(copy.source()), carried.get(id(copy.source()))));
        return new Carrying(
                copies.stream().filter(copy -> !carried.containsKey(id(copy.source()))).toList(),
                there);
    }

    /** The new documents by the records they come from, photographs left out. */
    Map<UUID, UUID> inNewCase() {
        var all = new HashMap<>(already);
        copies.stream()
                .filter(copy -> copy.paper() == null)
                .forEach(copy -> all.put(id(copy.source()), copy.documentId()));
        return all;
    }

    private static UUID id(Accepted document) {
        return document.about().documentId();
    }
}
