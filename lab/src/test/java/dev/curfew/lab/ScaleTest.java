package dev.curfew.lab;

import static dev.curfew.lab.TestServer.id;
import static dev.curfew.lab.TestServer.selector;
import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.wire.spire.entry.ListEntriesRequest;
import dev.curfew.wire.spire.types.Entry;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ScaleTest {
    private static final int MANY = 100_000;

    @Test
    void listsAHundredThousandEntriesInPages() throws Exception {
        try (var acme = TestServer.empty()) {
            acme.server.load(
                    IntStream.range(0, MANY)
                            .mapToObj(i ->
                                    Entry.newBuilder()
                                            .setId("e" + i)
                                            .setSpiffeId(id("/ns/n" + i % 97 + "/sa/s" + i))
                                            .setParentId(id("/node/" + i % 500))
                                            .addSelectors(selector("k8s:ns:n" + i % 97))
                                            .addSelectors(selector("k8s:sa:s" + i))
                                            .setX509SvidTtl(3600)
                                            .build()));
            var before = System.nanoTime();
            var request = ListEntriesRequest.newBuilder().setPageSize(1_000);
            var rows = 0;
            String token;
            do {
                var page = acme.entries().listEntries(request.build());
                rows += page.getEntriesCount();
                token = page.getNextPageToken();
                request.setPageToken(token);
            } while (!token.isEmpty());

            assertThat(rows).isEqualTo(MANY);
            assertThat(Duration.ofNanos(System.nanoTime() - before))
                    .isLessThan(Duration.ofSeconds(20));
            assertThat(
                            acme.entries()
                                    .listEntries(
                                            ListEntriesRequest.newBuilder()
                                                    .setFilter(
                                                            ListEntriesRequest.Filter.newBuilder()
                                                                    .setByParentId(id("/node/7")))
                                                    .build())
                                    .getEntriesCount())
                    .isEqualTo(MANY / 500);
        }
    }
}
