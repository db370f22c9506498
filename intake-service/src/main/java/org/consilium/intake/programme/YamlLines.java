package org.consilium.intake.programme;

import java.io.StringReader;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * Where in a YAML file a value stands, so that a fault found in what was read can name its line.
 */
final class YamlLines {

    private final Node root;

    private YamlLines(Node root) {
        this.root = root;
    }

    static YamlLines of(String text) {
        var yaml = new Yaml(new LoaderOptions());
        return new YamlLines(yaml.compose(new StringReader(text)));
    }

    /**
     * The line of the value, or of the nearest one above it that exists.
     *
     * @param path such as {@code services/1/price}
     */
    int lineOf(String path) {
        var node = root;
        int line = node.getStartMark().getLine() + 1;
        for (var step : path.split("/", -1)) {
            var next = step(node, step);
            if (next.isEmpty()) {
                return line;
            }
            node = next.get();
            line = node.getStartMark().getLine() + 1;
        }
        return line;
    }

    private static Optional<Node> step(Node node, String step) {
        return switch (node) {
            case MappingNode mapping ->
                    mapping.getValue().stream()
                            .filter(entry -> isKey(entry.getKeyNode(), step))
                            .map(entry -> entry.getValueNode())
                            .findFirst();
            case SequenceNode sequence ->
                    step.matches("\\d+") && Integer.parseInt(step) < sequence.getValue().size()
                            ? Optional.of(sequence.getValue().get(Integer.parseInt(step)))
                            : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static boolean isKey(Node key, String step) {
        return key instanceof ScalarNode scalar && scalar.getValue().equalsIgnoreCase(step);
    }
}
