package org.consilium.system.upgrades;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.consilium.system.RunningSystem;
import org.consilium.system.Service;
import org.consilium.system.demo.DemoFiles;
import org.consilium.system.story.CaseStory;
import org.consilium.system.story.People;
import org.consilium.system.story.Plot;
import org.consilium.system.story.Waiting;
import org.consilium.system.story.WholeStory;

/**
 * People at work: whole cases one after the other, each followed live, lists that are read again
 * and again, and files over slow lines. Nobody asks twice for what failed.
 */
final class Load implements AutoCloseable {

    private static final int STORYTELLERS = 2;
    private static final Duration BETWEEN_LISTS = Duration.ofMillis(60);

    private record Page(String username, Service service, String path) {}

    private static final List<Page> LISTS =
            List.of(
                    new Page("carla", Service.INTAKE, "/api/cases"),
                    new Page("carla", Service.INTAKE, "/api/cases?turn=coordinator"),
                    new Page("amina", Service.INTAKE, "/api/cases"),
                    new Page("lena", Service.INTAKE, "/api/figures"),
                    new Page("amina", Service.INTAKE, "/api/programmes"),
                    new Page("lena", Service.REVIEW, "/api/reviews"),
                    new Page("chen", Service.REVIEW, "/api/reviews"),
                    new Page("lena", Service.REVIEW, "/api/reviewers"),
                    new Page("carla", Service.REVIEW, "/api/organisations"),
                    new Page("amina", Service.DOCUMENTS, "/api/documents/limits"),
                    new Page("nadia", Service.DOCUMENTS, "/api/documents/translations"),
                    new Page("amina", Service.NOTIFICATION, "/api/notifications"),
                    new Page("okafor", Service.NOTIFICATION, "/api/notifications"),
                    new Page("wei", Service.NOTIFICATION, "/api/notifications/unread-count"));

    private final LocalDate today = LocalDate.now(ZoneOffset.UTC);
    private final RunningSystem system;
    private final People people;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<String> delivered = new CopyOnWriteArrayList<>();
    private final List<String> broken = new CopyOnWriteArrayList<>();
    private final AtomicInteger slowUploads = new AtomicInteger();
    private volatile boolean stopping;

    Load(RunningSystem system) {
        this.system = system;
        this.people = new People(system);
    }

    /** Each story once, alone: directories are entered, and the code has been run. */
    void warmUp() throws Exception {
        for (var plot : plots()) {
            tell(plot);
        }
    }

    void start() {
        for (int teller = 0; teller < STORYTELLERS; teller++) {
            var first = teller;
            again(
                    "a story",
                    turn -> {
                        tell(plots().get((first + turn) % 2));
                        return null;
                    });
        }
        again("a list", turn -> read(LISTS.get(turn % LISTS.size())));
        again("a list", turn -> read(LISTS.get((turn * 3 + 1) % LISTS.size())));
        again("a slow upload", _ -> uploaded());
    }

    /** Ends what is under way. */
    @Override
    public void close() {
        stopping = true;
        threads.shutdown();
        try {
            if (!threads.awaitTermination(3, TimeUnit.MINUTES)) {
                broken.add("somebody is still waiting");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    List<String> delivered() {
        return List.copyOf(delivered);
    }

    int slowUploads() {
        return slowUploads.get();
    }

    /** What came to nothing, with why. */
    List<String> broken() {
        return List.copyOf(broken);
    }

    @FunctionalInterface
    private interface Turn {
        Object take(int turn) throws Exception;
    }

    private void again(String what, Turn work) {
        Callable<Void> loop =
                () -> {
                    for (int turn = 0; !stopping; turn++) {
                        try {
                            work.take(turn);
                        } catch (Exception e) {
                            broken.add(what + ": " + e);
                        }
                    }
                    return null;
                };
        var _ = threads.submit(loop);
    }

    private List<Plot> plots() {
        return List.of(Plot.familyAbroad(today), Plot.expertOpinion(today));
    }

    private void tell(Plot plot) throws Exception {
        var whole = WholeStory.of(plot, system);
        var story = whole.story();
        whole.ask();
        var live = new LiveReader(system, story.caseId(), story.requester().name());
        whole.answer();
        live.awaitDelivered();
        whole.review().letter(story.requester());
        delivered.add(story.caseId());
    }

    private Object read(Page page) {
        people.named(page.username()).get(page.service(), page.path()).expect(200);
        LockSupport.parkNanos(BETWEEN_LISTS.toNanos());
        return null;
    }

    private Object uploaded() throws Exception {
        var story = new CaseStory(system, Plot.familyAbroad(today), today, _ -> {});
        story.open();
        var shelf = "/api/documents/cases/" + story.caseId() + "/documents";
        Waiting.until(
                "documents knows the case",
                () -> story.requester().get(Service.DOCUMENTS, shelf).status() == 200);
        new SlowUpload(system, story.requester().name())
                .send(story.caseId(), new DemoFiles(today).named("blood-test"));
        slowUploads.incrementAndGet();
        return null;
    }
}
