package dev.curfew.estate;

import dev.curfew.connect.BackendConnection.Key;
import dev.curfew.connect.BackendConnection.Tls;
import dev.curfew.connect.ServerAddress;
import dev.curfew.outcome.Failure;
import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Reason;
import dev.curfew.policy.AccessQuestion;
import dev.curfew.policy.Consistency;
import dev.curfew.policy.Decision;
import dev.curfew.policy.Freshness;
import dev.curfew.policy.Listing;
import dev.curfew.policy.PolicyBackend;
import dev.curfew.policy.PolicyCapability;
import dev.curfew.policy.PolicyEntity;
import dev.curfew.policy.PolicyKind;
import dev.curfew.policy.PolicyProfile;
import dev.curfew.policy.PolicySubject;
import dev.curfew.policy.PolicyTarget;
import dev.curfew.policy.PolicyWarning;
import dev.curfew.policy.Relationship;
import dev.curfew.policy.RelationshipFilter;
import dev.curfew.policy.RelationshipListener;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A policy backend that keeps a list and can fall silent. */
final class FakeBackend implements PolicyBackend {
    static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final int PAGE = 1_000;

    final List<Relationship> kept = new ArrayList<>();
    Set<PolicyCapability> offered = Set.of(PolicyCapability.LIST_RELATIONSHIPS);
    Optional<Failure> silence = Optional.empty();
    Optional<Failure> breaksOff = Optional.empty();
    Optional<String> version = Optional.empty();
    int pings;
    boolean closed;

    static PolicyProfile profile(PolicyKind kind) {
        return PolicyProfile.of(
                "policies",
                new PolicyTarget(
                        kind, new ServerAddress.Tcp("authz.acme.test", 8081), Optional.empty()),
                new Tls.Plaintext(),
                new Key.None());
    }

    static Relationship standing(String agent) {
        return Relationship.lasting(
                new PolicyEntity("tool", "mail"),
                "standing",
                PolicySubject.of(new PolicyEntity("agent", agent)));
    }

    static Relationship viewer(String document) {
        return Relationship.lasting(
                new PolicyEntity("doc", document),
                "viewer",
                PolicySubject.of(new PolicyEntity("user", "alice")));
    }

    static Failure lost() {
        return new Failure(Reason.NOTHING_LISTENING, "authz.acme.test:8081", "refused");
    }

    @Override
    public Optional<String> version() {
        return version;
    }

    @Override
    public PolicyTarget target() {
        return profile(PolicyKind.OPENFGA).target();
    }

    @Override
    public Set<PolicyCapability> capabilities() {
        return offered;
    }

    @Override
    public List<PolicyWarning> warnings() {
        return List.of(PolicyWarning.OPEN_ENGINE);
    }

    @Override
    public long calls() {
        return pings;
    }

    @Override
    public Outcome<Duration> ping() {
        pings++;
        return silence.<Outcome<Duration>>map(Outcome::failed)
                .orElseGet(() -> Outcome.ok(Duration.ofMillis(pings)));
    }

    @Override
    public Outcome<Listing> list(RelationshipFilter filter, RelationshipListener listener) {
        long read = 0;
        for (int from = 0; from < kept.size(); from += PAGE) {
            if (listener.isCancelled()) {
                return Outcome.ok(
                        listing(
                                read,
                                Optional.of(new Failure(Reason.CANCELLED, "the listing", ""))));
            }
            List<Relationship> page = kept.subList(from, Math.min(kept.size(), from + PAGE));
            listener.page(page);
            read += page.size();
        }
        return Outcome.ok(listing(read, breaksOff));
    }

    private static Listing listing(long read, Optional<Failure> failure) {
        return new Listing(
                read,
                failure,
                List.of(),
                0,
                new Freshness(Consistency.STRONGEST, NOW, Freshness.Clock.CALLER));
    }

    @Override
    public Outcome<Decision> check(AccessQuestion question, Consistency consistency) {
        throw new UnsupportedOperationException(question.display());
    }

    @Override
    public Outcome<List<Decision>> checkAll(
            List<AccessQuestion> questions, Consistency consistency) {
        throw new UnsupportedOperationException(questions.toString());
    }

    @Override
    public void close() {
        closed = true;
    }
}
