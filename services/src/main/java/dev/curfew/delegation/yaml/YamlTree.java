package dev.curfew.delegation.yaml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * A YAML document as it stands in the text, with the line of each value. Nothing is constructed
 * from it, anchors are refused, and its size is limited. Not for large files.
 */
public final class YamlTree {
    public static final int LARGEST = 1024 * 1024;

    private final Node node;

    private YamlTree(Node node) {
        this.node = node;
    }

    public static YamlTree read(String text) throws BadYaml {
        if (text.length() > LARGEST) {
            throw new BadYaml(1, 1, "it is larger than 1 MiB");
        }
        LoadSettings settings =
                LoadSettings.builder()
                        .setCodePointLimit(LARGEST)
                        .setAllowDuplicateKeys(false)
                        .setMaxAliasesForCollections(0)
                        .build();
        try {
            Optional<Node> root = new Compose(settings).composeString(text);
            if (root.isEmpty()) {
                throw new BadYaml(1, 1, "it is empty");
            }
            refuseAnchors(root.get(), 0);
            return new YamlTree(root.get());
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark().map(Mark::getLine).orElse(0) + 1;
            String problem = e.getProblem();
            int column = e.getProblemMark().map(Mark::getColumn).orElse(0) + 1;
            throw new BadYaml(line, column, problem == null ? "it is no YAML" : problem);
        } catch (YamlEngineException | StackOverflowError e) {
            throw new BadYaml(1, 1, "it is no YAML that can be read");
        }
    }

    /** An anchor lets a short text stand for an endless one. */
    private static void refuseAnchors(Node node, int depth) throws BadYaml {
        if (node.getAnchor().isPresent()) {
            throw new BadYaml(new YamlTree(node), "anchors and aliases are not read");
        }
        if (depth > 20) {
            throw new BadYaml(new YamlTree(node), "it is nested too deeply");
        }
        if (node instanceof MappingNode mapping) {
            for (NodeTuple tuple : mapping.getValue()) {
                refuseAnchors(tuple.getKeyNode(), depth + 1);
                refuseAnchors(tuple.getValueNode(), depth + 1);
            }
        } else if (node instanceof SequenceNode sequence) {
            for (Node item : sequence.getValue()) {
                refuseAnchors(item, depth + 1);
            }
        }
    }

    public int line() {
        return node.getStartMark().map(Mark::getLine).orElse(0) + 1;
    }

    public int column() {
        return node.getStartMark().map(Mark::getColumn).orElse(0) + 1;
    }

    /** Where the name of a field stands; the mapping itself where it has none. */
    private YamlTree keyOf(String name) {
        if (node instanceof MappingNode mapping) {
            for (NodeTuple tuple : mapping.getValue()) {
                if (tuple.getKeyNode() instanceof ScalarNode key && key.getValue().equals(name)) {
                    return new YamlTree(key);
                }
            }
        }
        return this;
    }

    /** The fields of a mapping, all of which must be known. */
    public Map<String, YamlTree> fields(Set<String> known) throws BadYaml {
        Map<String, YamlTree> fields = fields();
        for (Map.Entry<String, YamlTree> field : fields.entrySet()) {
            if (!known.contains(field.getKey())) {
                throw new BadYaml(
                        keyOf(field.getKey()),
                        field.getKey()
                                + " is not known here; known are "
                                + String.join(", ", known.stream().sorted().toList()));
            }
        }
        return fields;
    }

    public Map<String, YamlTree> fields() throws BadYaml {
        if (!(node instanceof MappingNode mapping)) {
            throw new BadYaml(this, "name: value pairs are expected here");
        }
        Map<String, YamlTree> fields = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            YamlTree value = new YamlTree(tuple.getValueNode());
            if (fields.put(new YamlTree(tuple.getKeyNode()).text(), value) != null) {
                throw new BadYaml(new YamlTree(tuple.getKeyNode()), "the same name stands twice");
            }
        }
        return fields;
    }

    public List<YamlTree> items() throws BadYaml {
        if (!(node instanceof SequenceNode sequence)) {
            throw new BadYaml(this, "a list is expected here");
        }
        return sequence.getValue().stream().map(YamlTree::new).toList();
    }

    /** A list of texts; a single text is a list of one. */
    public List<String> texts() throws BadYaml {
        if (node instanceof ScalarNode) {
            return List.of(text());
        }
        List<String> texts = new ArrayList<>();
        for (YamlTree item : items()) {
            texts.add(item.text());
        }
        return List.copyOf(texts);
    }

    public String text() throws BadYaml {
        if (!(node instanceof ScalarNode scalar) || scalar.getValue().isBlank()) {
            throw new BadYaml(this, "a text is expected here");
        }
        return scalar.getValue();
    }

    public int number(int least, int most) throws BadYaml {
        try {
            int number = Integer.parseInt(text());
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Said below.
        }
        throw new BadYaml(this, "a number from " + least + " to " + most + " is expected here");
    }

    public boolean yes() throws BadYaml {
        return switch (text()) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new BadYaml(this, "true or false is expected here");
        };
    }
}
