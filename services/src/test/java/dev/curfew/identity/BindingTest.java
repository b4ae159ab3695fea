package dev.curfew.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BindingTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "unix:uid:1000 | NODE",
                "unix:uid:1000,unix:path:/opt/agent | PROCESS",
                "unix:sha256:ab12 | PROCESS",
                "k8s:ns:prod,k8s:sa:planner | CONTAINER",
                "k8s:ns:prod,k8s:container-image:reg/agent@sha256:ab12 | PROCESS",
                "k8s:container-image:reg/agent:latest | CONTAINER",
                "k8s:node-name:gpu-07 | NODE",
                "docker:label:app:planner | CONTAINER",
                "docker:image_config_digest:sha256:ab12 | PROCESS",
                "aws_iid:tag:role:gpu | NODE",
                "acme_plugin:thing:1 | UNKNOWN",
                "acme_plugin:thing:1,unix:uid:0 | NODE",
            })
    void theTightestSelectorDecides(String selectors, Binding expected) {
        assertThat(
                        Binding.of(
                                Arrays.stream(selectors.split(","))
                                        .map(text -> {
                                            int colon = text.indexOf(':');
                                            return new Selector(
                                                    text.substring(0, colon),
                                                    text.substring(colon + 1));
                                        })
                                        .toList()))
                .isEqualTo(expected);
    }
}
