package org.consilium.ops.record;

import java.util.UUID;
import java.util.concurrent.Callable;
import org.consilium.contracts.Source;
import org.consilium.ops.console.Environment;
import org.consilium.ops.console.Impossible;
import org.consilium.ops.console.Report;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * Who did what to a case and who looked at it, for whoever has to answer for it: a line of JSON
 * each, with the hashes by which anybody can tell that no line was changed or left out.
 */
@Command(
        name = "audit",
        mixinStandardHelpOptions = true,
        description =
                "Who did what to one case and who looked at it, as lines of JSON with their hashes.")
public final class Audit implements Callable<Integer> {

    private static final String EVENTS =
            """
            select 'event' as record, seq, event_id, type, actor, occurred_at as at, encode(hash, 'hex') as hash /* inputs */
            from event where case_id = ? order by seq""";

    private static final String LOOKS =
            """
            select 'look' as record, seq, person, standing, operation, at, encode(hash, 'hex') as hash /* inputs */
            from access_log where case_id = ? order by seq""";

    private static final String READINGS =
            """
            select 'reading' as record, id, document_id, reader, first_byte, last_byte, read_at as at
            from content_reading where case_id = ? order by id""";

    private static final String BROKEN =
            """
            select 'broken-chain' as record, first_broken_link(?) as event_seq, first_broken_access(?) as look_seq
            where first_broken_link(?) is not null or first_broken_access(?) is not null""";

    /** What the hash is computed of beside what every line has; the README says how. */
    private static final String OF_BOTH =
            ", encode(prev_hash, 'hex') as prev_hash, (extract(epoch from %s) * 1000000)::bigint as at_micros";

    private static final String OF_AN_EVENT =
            ", translate(encode(convert_to(data, 'UTF8'), 'base64'), e'\\n', '') as data_base64";

    private final Environment environment;

    @Spec private CommandSpec spec;

    @Parameters(paramLabel = "case", description = "the case's id")
    private UUID caseId;

    @Option(
            names = "--recomputable",
            description =
                    "with all that goes into the hashes, also what the events say: ids, codes and dates")
    private boolean recomputable;

    Audit(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() throws Exception {
        var report = Report.inJson(spec.commandLine().getOut());
        int lines = 0;
        int broken = 0;
        for (var service : Source.values()) {
            try (var database = environment.database(service)) {
                lines += report.rows(service, database, events(), caseId);
                lines += report.rows(service, database, looks(), caseId);
                if (service == Source.DOCUMENTS) {
                    lines += report.rows(service, database, READINGS, caseId);
                }
                broken += report.rows(service, database, BROKEN, caseId, caseId, caseId, caseId);
            }
        }
        if (lines == 0) {
            throw new Impossible("no service has a record of case " + caseId);
        }
        return broken == 0 ? 0 : 1;
    }

    private String events() {
        return withInputs(EVENTS, OF_BOTH.formatted("occurred_at") + OF_AN_EVENT);
    }

    private String looks() {
        return withInputs(LOOKS, OF_BOTH.formatted("at"));
    }

    private String withInputs(String sql, String inputs) {
        return recomputable ? sql.replace("/* inputs */", inputs) : sql;
    }
}
