package dev.curfew.views.containments;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.containment.scope.ContainmentTarget;
import io.spiffe.spiffeid.SpiffeId;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AddressTest {
    static Stream<Address> all() {
        SpiffeId id = SpiffeId.parse("spiffe://acme.test/agent/planner");
        return Stream.of(
                new Address.All(""),
                new Address.All("open:true strength:sever"),
                new Address.One("c-20261124-140253-ag3x"),
                new Address.Plan(new ContainmentTarget.Identities(List.of(id))),
                new Address.Plan(new ContainmentTarget.ChainRoot(id)),
                new Address.Plan(new ContainmentTarget.NodeWithWorkloads(id)),
                new Address.Plan(new ContainmentTarget.Entries(List.of("a b", "c,d"), "two")),
                new Address.Plan(new ContainmentTarget.Matching("ttl>1h admin:false")),
                new Address.Restore("c-20261124-140253-ag3x"),
                new Address.SavedPlan(Path.of("/plans/a plan.json")));
    }

    @ParameterizedTest
    @MethodSource("all")
    void whatIsWrittenIsReadAgain(Address address) {
        assertThat(Address.read(address.location().argument())).isEqualTo(address);
    }

    @Test
    void nonsenseIsTheWholeList() {
        assertThat(Address.read("plan {}")).isEqualTo(new Address.All(""));
        assertThat(Address.read("plan nothing")).isEqualTo(new Address.All(""));
        assertThat(Address.read("file \0")).isEqualTo(new Address.All(""));
    }
}
