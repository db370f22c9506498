package org.consilium.system.matrix;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.consilium.system.Service;
import org.consilium.system.matrix.Knock.Reply;
import org.consilium.system.rights.Edge;

/** Judges each reply by the tables, and counts. */
final class Verdicts {

    private final Expectation tables;
    private final Canaries canaries;
    private final Map<String, Scene> scenes;
    private final Map<Edge, Reply> nothingThere;
    private final AtomicInteger cells = new AtomicInteger();
    private final Map<String, Long> looks = new ConcurrentSkipListMap<>();
    private final Map<String, Set<String>> leaks = new ConcurrentHashMap<>();
    private final Set<String> broken = new ConcurrentSkipListSet<>();
    private final Set<Edge> opened = new ConcurrentSkipListSet<>();
    private final Set<Edge> refused = new ConcurrentSkipListSet<>();
    private final Set<String> fieldsSeen = new ConcurrentSkipListSet<>();

    /**
     * Begins with nothing tried.
     *
     * @param nothingThere what each address answers about a case that does not exist
     */
    Verdicts(
            Expectation tables,
            Canaries canaries,
            Map<String, Scene> scenes,
            Map<Edge, Reply> nothingThere) {
        this.tables = tables;
        this.canaries = canaries;
        this.scenes = scenes;
        this.nothingThere = nothingThere;
    }

    void on(Edge edge, Persona persona, Scene scene, Reply reply) {
        cells.incrementAndGet();
        if (reply.status() >= 500) {
            broken.add(edge.call() + " as " + persona.name() + ": " + reply.status());
        }
        words(edge, persona, reply);
        if (edge.isByLink()) {
            judgeByLink(edge, persona, scene, reply);
        } else if (!persona.signedIn()) {
            judgeUnsigned(edge, persona, reply);
        } else if (tables.letsIn(edge, persona, scene)) {
            judgeLetIn(edge, persona, scene, reply);
        } else {
            judgeRefused(edge, persona, scene, reply);
        }
    }

    private void words(Edge edge, Persona persona, Reply reply) {
        for (var canary : canaries.in(reply.headers() + reply.body())) {
            if (tables.mayRead(persona, canary, scenes.get(canary.scene()))) {
                fieldsSeen.add(canary.field());
            } else {
                leak(edge, persona.name() + " reads " + canary.field() + " of", canary.scene());
            }
        }
    }

    /**
     * Whatever is wrong with a link, and whatever token comes beside it: there is nothing there.
     */
    private void judgeByLink(Edge edge, Persona persona, Scene scene, Reply reply) {
        if (persona.holdsLinkInForce()) {
            judgeLetIn(edge, persona, scene, reply);
            return;
        }
        refused.add(edge);
        boolean unknownToken =
                persona.bearer().apply(edge.service()) != null && !persona.signedIn();
        if (reply.status() != 404 && !(unknownToken && reply.status() == 401)) {
            leak(edge, "without a link in force came " + persona.name() + " in", "any");
        }
    }

    private void judgeUnsigned(Edge edge, Persona persona, Reply reply) {
        if (!(edge.guard() instanceof Edge.Guard.Open) && reply.status() != 401) {
            leak(edge, "with " + persona.name() + " came " + reply.status() + " in", "any");
        }
    }

    private void judgeLetIn(Edge edge, Persona persona, Scene scene, Reply reply) {
        if (reply.status() == 401) {
            broken.add(edge.call() + " as " + persona.name() + ": 401");
        }
        if (!Set.of(401, 403, 404).contains(reply.status())) {
            opened.add(edge);
        }
        if (edge.guard() instanceof Edge.Guard.Policy(var operation)
                && tables.isLogged(edge, persona, scene)
                && isWrittenDown(edge, reply)) {
            looks.merge(edge.service().code() + " " + operation, 1L, Long::sum);
        }
    }

    /** Documents writes down what it shows, the others each time that somebody is let in. */
    private static boolean isWrittenDown(Edge edge, Reply reply) {
        return edge.service() != Service.DOCUMENTS || reply.status() / 100 == 2;
    }

    private void judgeRefused(Edge edge, Persona persona, Scene scene, Reply reply) {
        refused.add(edge);
        boolean asIfNothing = reply.equals(nothingThere.get(edge));
        boolean byRole = reply.status() == 403 && (!edge.isAboutACase() || isByRole(edge));
        if (!asIfNothing && !byRole) {
            leak(
                    edge,
                    persona.name() + " is refused but got " + reply.status() + " in",
                    scene.name());
        }
    }

    private static boolean isByRole(Edge edge) {
        return edge.guard() instanceof Edge.Guard.Roles;
    }

    private void leak(Edge edge, String what, String scene) {
        leaks.computeIfAbsent(
                        edge.service().code() + " " + edge.call() + ": " + what,
                        _ -> new ConcurrentSkipListSet<>())
                .add(scene);
    }

    List<String> leaks() {
        var lines = new ArrayList<String>();
        new TreeMap<>(leaks).forEach((what, where) -> lines.add(what + " " + where));
        return lines;
    }

    Set<String> broken() {
        return broken;
    }

    /** Addresses that were not both opened to somebody and refused to somebody. */
    Set<String> untested(Collection<Edge> edges) {
        var untested = new TreeSet<String>();
        for (var edge : edges) {
            if (edge.guard() instanceof Edge.Guard.Open && !edge.isByLink()) {
                continue;
            }
            if (!opened.contains(edge)) {
                untested.add(edge.service().code() + " " + edge.call() + " opened to nobody");
            }
            if (!refused.contains(edge)) {
                untested.add(edge.service().code() + " " + edge.call() + " refused to nobody");
            }
        }
        return untested;
    }

    Set<String> fieldsSeen() {
        return fieldsSeen;
    }

    /** How often somebody was let in where that is written down, by service and operation. */
    Map<String, Long> looks() {
        return looks;
    }

    int cells() {
        return cells.get();
    }
}
