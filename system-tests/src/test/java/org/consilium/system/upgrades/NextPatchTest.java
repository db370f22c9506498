package org.consilium.system.upgrades;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.List;
import org.consilium.stack.parts.ChildProcess;
import org.consilium.stack.parts.Workspace;
import org.junit.jupiter.api.Test;

class NextPatchTest {

    /** Else the drill would find out, a quarter of an hour before somebody needs it. */
    @Test
    void the_step_further_still_fits_on_the_sources() {
        var root = Workspace.root().toString();
        var patch = "system-tests/src/test/upgrade/next.patch";
        assertThatCode(
                        () ->
                                ChildProcess.run(
                                        List.of("git", "-C", root, "apply", "--check", patch)))
                .doesNotThrowAnyException();
    }
}
