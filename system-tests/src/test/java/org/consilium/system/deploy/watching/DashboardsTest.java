package org.consilium.system.deploy.watching;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The dashboards are what their one source says, and every metric anywhere is told by somebody. */
class DashboardsTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int COLUMNS = 3;
    private static final int WIDTH = 8;
    private static final int HEIGHT = 7;

    @Test
    void are_made_of_their_source() throws IOException {
        for (var dashboard : Watching.listed(Watching.read("dashboards.yaml"), "dashboards")) {
            var file = Watching.FOLDER.resolve("grafana/" + dashboard.get("name") + ".json");
            var made = JSON.writerWithDefaultPrettyPrinter().writeValueAsString(made(dashboard));
            if (Boolean.getBoolean("update.docs")) {
                Files.writeString(file, made + "\n");
            }
            assertThat(file).as("run again with -Dupdate.docs=true").hasContent(made);
        }
    }

    @Test
    void every_metric_on_a_dashboard_or_in_an_alert_is_told_by_somebody() {
        var asked = new TreeSet<String>();
        Watching.listed(Watching.read("dashboards.yaml"), "dashboards")
                .forEach(
                        dashboard ->
                                panels(dashboard)
                                        .forEach(
                                                panel ->
                                                        asked.addAll(
                                                                Watching.metrics(
                                                                        panel.get("expr")))));
        Watching.rules().forEach(rule -> asked.addAll(Watching.metrics(rule.expr())));
        assertThat(asked).hasSizeGreaterThan(30);
        asked.removeAll(Watching.told());
        assertThat(FrameworkMetrics.NAMES).containsAll(asked);
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, String>> panels(Map<String, Object> dashboard) {
        return (List<Map<String, String>>) dashboard.get("panels");
    }

    private static ObjectNode made(Map<String, Object> dashboard) {
        var page = JSON.createObjectNode();
        page.put("uid", (String) dashboard.get("name"));
        page.put("title", (String) dashboard.get("title"));
        page.put("schemaVersion", 39);
        page.put("refresh", "30s");
        page.putObject("time").put("from", "now-6h").put("to", "now");
        var rows = page.putArray("panels");
        var panels = panels(dashboard);
        for (int i = 0; i < panels.size(); i++) {
            rows.add(panel(i, panels.get(i)));
        }
        return page;
    }

    private static ObjectNode panel(int place, Map<String, String> source) {
        var panel = JSON.createObjectNode();
        panel.put("id", place + 1);
        panel.put("type", "timeseries");
        panel.put("title", source.get("title"));
        panel.putObject("gridPos")
                .put("x", place % COLUMNS * WIDTH)
                .put("y", place / COLUMNS * HEIGHT)
                .put("w", WIDTH)
                .put("h", HEIGHT);
        panel.putObject("fieldConfig").putObject("defaults").put("unit", source.get("unit"));
        panel.putArray("targets").addObject().put("refId", "A").put("expr", source.get("expr"));
        return panel;
    }
}
