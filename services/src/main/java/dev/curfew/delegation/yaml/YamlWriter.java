package dev.curfew.delegation.yaml;

import java.util.Map;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;

/** Writes names, texts, numbers and lists of them as YAML that people review. Pure. */
public final class YamlWriter {
    private YamlWriter() {}

    public static String write(Map<String, Object> document) {
        DumpSettings settings =
                DumpSettings.builder()
                        .setDefaultFlowStyle(FlowStyle.BLOCK)
                        .setIndent(2)
                        .setIndicatorIndent(2)
                        .setIndentWithIndicator(true)
                        .setWidth(120)
                        .build();
        return new Dump(settings).dumpToString(document);
    }
}
