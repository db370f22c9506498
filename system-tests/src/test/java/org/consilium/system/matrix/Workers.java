package org.consilium.system.matrix;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

/** Much at once, and never more than so many. */
final class Workers {

    private Workers() {}

    /** The results in the order of the work; the first failure is thrown. */
    static <T> List<T> inParallel(int width, List<Callable<T>> work)
            throws InterruptedException, ExecutionException {
        try (var workers = Executors.newFixedThreadPool(width)) {
            var results = new ArrayList<T>();
            for (var future : workers.invokeAll(work)) {
                results.add(future.get());
            }
            return results;
        }
    }
}
