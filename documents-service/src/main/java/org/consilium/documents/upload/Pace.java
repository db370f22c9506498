package org.consilium.documents.upload;

import java.time.Duration;

/**
 * Whether bytes come fast enough to be worth a place among the writers. A window in which our own
 * store was waited for is not held against the client.
 *
 * @param window how long a line is watched before it is judged
 * @param bytesPerWindow what has to come in that time
 */
record Pace(Duration window, long bytesPerWindow) {

    static Pace of(UploadConfig config) {
        return new Pace(config.window(), config.bytesPerWindow());
    }

    Watch watch() {
        return new Watch(bytesPerWindow);
    }

    /** One request's line. */
    static final class Watch {

        private final long wanted;
        private long came;
        private boolean inStore;
        private boolean heldUp;

        private Watch(long wanted) {
            this.wanted = wanted;
        }

        void came(int bytes) {
            came += bytes;
        }

        /** From now on it is not the client that takes its time. */
        void storeIsWaitedFor() {
            inStore = true;
            heldUp = true;
        }

        void storeIsThrough() {
            inStore = false;
        }

        /** At the end of a window; the next one begins. */
        boolean wasTooSlow() {
            boolean slow = came < wanted && !heldUp;
            came = 0;
            heldUp = inStore;
            return slow;
        }
    }
}
