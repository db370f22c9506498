package org.consilium.system.rights;

import java.util.Comparator;
import java.util.Set;
import org.consilium.system.Service;

/** One address of a service, and what stands before it. */
public record Edge(Service service, String method, String path, Guard guard)
        implements Comparable<Edge> {

    private static final Comparator<Edge> ORDER =
            Comparator.comparing(Edge::service)
                    .thenComparing(Edge::path)
                    .thenComparing(Edge::method);

    /** What is asked before the method is called. */
    public sealed interface Guard {

        /** The service's policy, for the operation of this name. */
        record Policy(String operation) implements Guard {}

        /** A realm role, whatever the case. */
        record Roles(Set<String> names) implements Guard {}

        /** Nothing: the address itself is the right. */
        record Open() implements Guard {}

        record Missing() implements Guard {}
    }

    public String call() {
        return method + " " + path;
    }

    /** Its path names a case, or something that belongs to one. */
    public boolean isAboutACase() {
        return path.contains("{caseId}") || path.contains("{documentId}");
    }

    /** Where an upload link stands in the place of a token. */
    public boolean isByLink() {
        return path.startsWith("/api/documents/link");
    }

    @Override
    public int compareTo(Edge other) {
        return ORDER.compare(this, other);
    }
}
