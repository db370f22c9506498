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
     * What the earlier case has.
     *
     * @param accepted its records and photographs that are accepted, in the order they were sent
     * @param objectKeys by document
     * @param places of photographs
     */
    record Earlier(List<Accepted> accepted, Map<UUID, UUID> objectKeys, Map<UUID, Integer> places) {

        private List<Accepted> records() {
            return accepted.stream().filter(document -> !document.about().isPage()).toList();
        }

        private List<Accepted> pagesOf(UUID paper) {
            return accepted.stream()
                    .filter(
                            document ->
                                    document.about().form() instanceof Page(var of)
                                            && of.equals(paper)
                                            && places.containsKey(id(document)))
                    .sorted(Comparator.comparing(document -> places.get(id(document))))
                    .toList();
        }
    }

    /** {@code wanted} is null for all there are. A record that is not accepted is none. */
    static Carrying of(
            Earlier earlier, Set<UUID> wanted, Map<UUID, UUID> carried, Supplier<UUID> ids) {
        var records = earlier.records();
        var known = records.stream().map(Carrying::id).toList();
        if (wanted != null && !known.containsAll(wanted)) {
            throw Refusals.problem(NOT_A_RECORD);
        }
        var copies = new ArrayList<Copy>();
        var already = new HashMap<UUID, UUID>();
        for (var record : records) {
            if (wanted != null && !wanted.contains(id(record))) {
                continue;
            }
            if (carried.containsKey(id(record))) {
                already.put(id(record), carried.get(id(record)));
            } else {
                add(record, earlier, copies, ids);
            }
        }
        return new Carrying(copies, already);
    }

    private static void add(
            Accepted record, Earlier earlier, List<Copy> copies, Supplier<UUID> ids) {
        var documentId = ids.get();
        boolean isPaper = record.about().isPaper();
        var sourceKey = isPaper ? null : earlier.objectKeys().get(id(record));
        copies.add(new Copy(record, documentId, ids.get(), sourceKey, null, null));
        if (isPaper) {
            for (var page : earlier.pagesOf(id(record))) {
                copies.add(
                        new Copy(
                                page,
                                ids.get(),
                                ids.get(),
                                earlier.objectKeys().get(id(page)),
                                documentId,
                                earlier.places().get(id(page))));
            }
        }
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
