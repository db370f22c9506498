package org.consilium.documents.examination;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.consilium.kit.work.Actor;
import org.consilium.kit.work.Transactions;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Examines what was received, one after the other, beside as many others as there are replicas. */
@ApplicationScoped
class ExaminationJob {

    private final Transactions transactions;
    private final Examination examination;
    private final Actor self;

    ExaminationJob(
            Transactions transactions,
            Examination examination,
            @ConfigProperty(name = "quarkus.application.name") String name) {
        this.transactions = transactions;
        this.examination = examination;
        this.self = Actor.service(name);
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> examineWhatWaits() {
        return Uni.createFrom()
                .deferred(() -> transactions.inTransaction(self, examination::examineNext))
                .repeat()
                .whilst(examined -> examined)
                .collect()
                .last()
                .replaceWithVoid();
    }
}
