package dev.curfew.peers.experiment;

import dev.curfew.containment.Change;
import dev.curfew.containment.ChangeReport;
import dev.curfew.estate.ExposureFacts;
import dev.curfew.exposure.Exposure;
import dev.curfew.exposure.ExposureBound;
import dev.curfew.exposure.Reattestation;
import dev.curfew.identity.EntryDraft;
import dev.curfew.identity.RegistrationEntry;
import dev.curfew.peers.Waiting;
import io.spiffe.spiffeid.SpiffeId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * One trial: the identities are made, the workload takes all it can get, the deed is done at a
 * random moment, and what is left is verified until its end. Blocks.
 */
final class TrialRun {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Trial trial;
    private final Site site;
    private final Workload workload;
    private final Workload verifier;
    private final Duration leewayWatched;
    private final List<Asker> askers = new ArrayList<>();

    TrialRun(Trial trial, Site site, Workload workload, Duration leewayWatched) {
        this.trial = trial;
        this.site = site;
        this.workload = workload;
        this.verifier = trial.deed().isOfNode() ? site.standing(0) : workload;
        this.leewayWatched = leewayWatched;
    }

    Result run() {
        List<SpiffeId> ids =
                IntStream.range(0, trial.x509Seconds().size())
                        .mapToObj(i -> workload.id(trial.path(i)))
                        .toList();
        site.operator().create(drafts());
        try {
            for (SpiffeId id : ids) {
                Waiting.value(
                        "the first credentials of " + id,
                        PATIENCE,
                        () ->
                                workload.holding(id).certificates().stream()
                                        .findFirst()
                                        .flatMap(_ -> workload.ask(id, "first")));
                askers.add(Asker.start(workload, id));
            }
            Pause.of(trial.before());
            return after(ids, act(ids));
        } finally {
            askers.forEach(Asker::stop);
        }
    }

    private List<EntryDraft> drafts() {
        return IntStream.range(0, trial.x509Seconds().size())
                .mapToObj(i ->
                        workload.draft(
                                trial.path(i),
                                trial.x509Seconds().get(i),
                                trial.jwtSeconds().get(i)))
                .toList();
    }

    /** What was claimed, from what was known before. */
    private ExposureBound act(List<SpiffeId> ids) {
        Operator operator = site.operator();
        RegistrationEntry first = operator.entry(ids.getFirst());
        return switch (trial.deed()) {
            case DELETE -> bound(operator.run(new Change.DeleteEntries(List.of(first))));
            case SHORTEN ->
                    bound(
                            operator.run(
                                    new Change.Tighten(
                                            List.of(first),
                                            Optional.of(Trial.shortened(first.x509TtlSeconds())),
                                            Optional.of(Trial.shortened(first.jwtTtlSeconds())),
                                            Optional.empty())));
            case UPDATE ->
                    bound(operator.run(new Change.EditEntry(first, hinted(first.toDraft()))));
            case EXPIRE ->
                    bound(
                            operator.run(
                                    new Change.Tighten(
                                            List.of(first),
                                            Optional.empty(),
                                            Optional.empty(),
                                            Optional.of(
                                                    Instant.now()
                                                            .plus(trial.expiresIn())
                                                            .getEpochSecond()))));
            case BAN ->
                    bound(
                            operator.run(
                                    new Change.BanNode(operator.node(workload.agent().nodeId()))));
            case EVICT -> bound(evict(operator));
            case EVICT_TOKEN ->
                    Exposure.evict(
                            ExposureFacts.of(
                                    operator.server(),
                                    evict(operator).acceptedAt().orElseThrow(),
                                    trial.x509Seconds().stream().mapToInt(s -> s),
                                    trial.jwtSeconds().stream().mapToInt(s -> s)),
                            Reattestation.NEW_TOKEN);
        };
    }

    private static EntryDraft hinted(EntryDraft e) {
        return new EntryDraft(
                e.spiffeId(),
                e.parentId(),
                e.selectors(),
                e.x509TtlSeconds(),
                e.jwtTtlSeconds(),
                e.federatesWith(),
                e.dnsNames(),
                "updated",
                e.admin(),
                e.downstream(),
                e.storeSvid(),
                e.prefetchDisabled(),
                e.expiresAtSeconds());
    }

    private ChangeReport evict(Operator operator) {
        return operator.run(new Change.EvictNode(operator.node(workload.agent().nodeId())));
    }

    private static ExposureBound bound(ChangeReport report) {
        return report.bound().orElseThrow();
    }

    private Result after(List<SpiffeId> ids, ExposureBound bound) {
        Rule rule = new Rule(trial, bound.issuanceStops().at());
        CountDownLatch noMoreCome = new CountDownLatch(1);
        Supplier<List<Certificate>> certificates =
                () ->
                        ids.stream()
                                .flatMap(id ->
                                        rule.old(workload.holding(id).certificates()).stream())
                                .toList();
        Supplier<List<Token>> tokens =
                () ->
                        ids.stream()
                                .flatMap(id ->
                                        rule.oldTokens(workload.holding(id).tokens()).stream())
                                .toList();
        LastCredentials last = new LastCredentials(verifier, noMoreCome);
        var x509 = last.certificates(certificates);
        var jwt = last.tokens(tokens, leewayWatched);
        awaitThatAgentsKnow(ids, bound);
        askers.forEach(Asker::stop);
        noMoreCome.countDown();
        // Who is back after an eviction gets more and more: there is no last one to wait for.
        boolean ends = trial.deed() != Deed.EVICT;
        Optional<LastCredentials.End> x509End = ends ? x509.await() : Optional.empty();
        Optional<LastCredentials.End> jwtEnd = ends ? jwt.await() : Optional.empty();
        return new Result(
                trial.number(),
                trial.deed(),
                site.kind().name(),
                new Line(
                        bound.issuanceStops().at(),
                        rule.lastIssued(certificates.get(), tokens.get())),
                new Line(
                        bound.nodesKnow().at().map(at -> at.plus(rule.fetching())),
                        rule.agentsKnew(
                                ids.stream().map(workload::holding).toList(), certificates.get())),
                new Line(bound.x509Dead().at(), x509End.map(LastCredentials.End::at)),
                new Line(bound.jwtDead().at(), jwtEnd.map(LastCredentials.End::at)),
                x509End.map(LastCredentials.End::tried).orElse(true)
                        && jwtEnd.map(LastCredentials.End::tried).orElse(true));
    }

    /** Whatever an agent may still give, it has given by then. */
    private void awaitThatAgentsKnow(List<SpiffeId> ids, ExposureBound bound) {
        Instant known = bound.nodesKnow().at().orElseThrow();
        if (trial.deed() == Deed.EXPIRE) {
            Waiting.until(
                    Duration.between(Instant.now(), known),
                    () -> workload.holding(ids.getFirst()).goneAt().isPresent());
        } else {
            Pause.until(known);
        }
        Pause.of(Duration.ofSeconds(2));
    }
}
