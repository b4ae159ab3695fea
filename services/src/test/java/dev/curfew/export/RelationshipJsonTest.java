package dev.curfew.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.policy.PolicyCondition;
import dev.curfew.policy.PolicyEntity;
import dev.curfew.policy.PolicySubject;
import dev.curfew.policy.Relationship;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RelationshipJsonTest {
    private static final Relationship LEASE =
            new Relationship(
                    new PolicyEntity("delegation", "d1"),
                    "lease_a",
                    PolicySubject.of(new PolicyEntity("agent", "*")),
                    Optional.of(
                            new PolicyCondition(
                                    "live_until", Map.of("not_after", "2026-11-29T01:00:00.5Z"))),
                    Optional.of(Instant.parse("2026-11-29T01:00:00.5Z")));
    private static final Relationship MEMBERS =
            Relationship.lasting(
                    new PolicyEntity("tool", "mail"),
                    "standing",
                    new PolicySubject(new PolicyEntity("group", "ops"), Optional.of("member")));

    @Test
    void whatIsWrittenIsReadAsItWas() {
        assertThat(RelationshipJson.read(RelationshipJson.write(List.of(LEASE, MEMBERS))))
                .containsExactly(LEASE, MEMBERS);
    }

    @Test
    void whatSeveralRunsLeftIsPutTogetherWhole() {
        String joined =
                EntryJson.joined(
                        List.of(
                                RelationshipJson.write(List.of(LEASE)),
                                RelationshipJson.write(List.of(MEMBERS, LEASE))));
        assertThat(RelationshipJson.read(joined)).containsExactly(LEASE, MEMBERS);
    }
}
