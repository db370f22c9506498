package org.consilium.documents.copies;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.consilium.documents.worker.Program;
import org.jboss.logging.Logger;

/** Says at the start which pictures there will be none of, and what would help. */
@ApplicationScoped
class DrawingPrograms {

    private static final Logger LOG = Logger.getLogger(DrawingPrograms.class);

    void look(@Observes StartupEvent start) {
        for (var program : Program.values()) {
            if (!program.isInstalled()) {
                LOG.warnf(
                        "no pictures of %s: the Debian package %s is not installed",
                        program, program.debianPackage());
            }
        }
    }
}
