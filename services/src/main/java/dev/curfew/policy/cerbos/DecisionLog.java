package dev.curfew.policy.cerbos;

import com.google.protobuf.Timestamp;
import dev.curfew.connect.BackendChannel;
import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.SafeText;
import dev.curfew.policy.LoggedDecision;
import dev.curfew.policy.PolicyEntity;
import dev.curfew.wire.cerbos.audit.DecisionLogEntry;
import dev.curfew.wire.cerbos.engine.CheckInput;
import dev.curfew.wire.cerbos.engine.CheckOutput;
import dev.curfew.wire.cerbos.request.ListAuditLogEntriesRequest;
import dev.curfew.wire.cerbos.request.ListAuditLogEntriesRequest.Kind;
import dev.curfew.wire.cerbos.request.ListAuditLogEntriesRequest.TimeRange;
import dev.curfew.wire.cerbos.response.ListAuditLogEntriesResponse;
import dev.curfew.wire.cerbos.svc.CerbosAdminServiceGrpc;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Predicate;

/** The decisions that Cerbos has made, where it keeps its audit log itself. */
final class DecisionLog {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration CLOCKS_APART = Duration.ofMinutes(5);
    private static final Comparator<LoggedDecision> BY_TIME =
            Comparator.comparing(LoggedDecision::at);

    private final BackendChannel admin;
    private final Clock clock;

    DecisionLog(BackendChannel admin, Clock clock) {
        this.admin = admin;
        this.clock = clock;
    }

    /** Whether it has one that can be read. Blocks. */
    static boolean isKept(BackendChannel admin) {
        return stream(
                        admin,
                        ListAuditLogEntriesRequest.newBuilder()
                                .setKind(Kind.KIND_DECISION)
                                .setTail(1)
                                .build(),
                        _ -> true)
                instanceof Outcome.Ok<Boolean>;
    }

    Outcome<LoggedDecision.Log> read(LoggedDecision.Wanted wanted) {
        // The oldest is on top, to make room for a newer one.
        PriorityQueue<LoggedDecision> newest = new PriorityQueue<>(BY_TIME);
        boolean[] whole = {true};
        Instant now = clock.instant();
        return stream(
                        admin,
                        request(wanted, now),
                        answer -> {
                            for (LoggedDecision one : read(answer.getDecisionLogEntry())) {
                                if (isWanted(one, wanted)) {
                                    newest.add(one);
                                }
                                if (newest.size() > wanted.most()) {
                                    newest.remove();
                                    whole[0] = false;
                                }
                            }
                            return true;
                        })
                .map(_ -> {
                    List<LoggedDecision> entries = new ArrayList<>(newest);
                    entries.sort(BY_TIME.reversed());
                    return new LoggedDecision.Log(entries, whole[0], now);
                });
    }

    /** It refuses a range that ends in its future, and its clock may be behind ours. */
    private static ListAuditLogEntriesRequest request(LoggedDecision.Wanted wanted, Instant now) {
        ListAuditLogEntriesRequest.Builder request =
                ListAuditLogEntriesRequest.newBuilder().setKind(Kind.KIND_DECISION);
        if (wanted.to().isBefore(now.minus(CLOCKS_APART))) {
            return request.setBetween(
                            TimeRange.newBuilder()
                                    .setStart(timestamp(wanted.from()))
                                    .setEnd(timestamp(wanted.to())))
                    .build();
        }
        Duration back = Duration.between(wanted.from(), now);
        return request.setSince(
                        com.google.protobuf.Duration.newBuilder()
                                .setSeconds(Math.max(1, back.toSeconds() + 1)))
                .build();
    }

    private static boolean isWanted(LoggedDecision one, LoggedDecision.Wanted wanted) {
        return !one.at().isAfter(wanted.to())
                && wanted.principal().map(one.principal()::equals).orElse(true);
    }

    private static Outcome<Boolean> stream(
            BackendChannel admin,
            ListAuditLogEntriesRequest request,
            Predicate<ListAuditLogEntriesResponse> each) {
        return admin.stream(
                CerbosAdminServiceGrpc.getListAuditLogEntriesMethod(),
                request,
                PATIENCE,
                admin.target(),
                each);
    }

    /** One entry of the log answers several questions, each about several actions. */
    static List<LoggedDecision> read(DecisionLogEntry entry) {
        List<LoggedDecision> decisions = new ArrayList<>();
        DecisionLogEntry.CheckResources check = entry.getCheckResources();
        // The answers stand in the order of the questions.
        for (int i = 0; i < Math.min(check.getInputsCount(), check.getOutputsCount()); i++) {
            CheckInput input = check.getInputs(i);
            CheckOutput output = check.getOutputs(i);
            for (String action : input.getActionsList()) {
                CheckOutput.ActionEffect effect =
                        output.getActionsOrDefault(
                                action, CheckOutput.ActionEffect.getDefaultInstance());
                decisions.add(
                        new LoggedDecision(
                                instant(entry.getTimestamp()),
                                SafeText.of(entry.getCallId()),
                                input.getPrincipal().getId(),
                                action,
                                new PolicyEntity(
                                        input.getResource().getKind(), input.getResource().getId()),
                                Checking.verdict(effect.getEffect()),
                                SafeText.of(effect.getPolicy())));
            }
        }
        return decisions;
    }

    private static Instant instant(Timestamp wire) {
        return Instant.ofEpochSecond(wire.getSeconds(), wire.getNanos());
    }

    private static Timestamp timestamp(Instant instant) {
        return Timestamp.newBuilder()
                .setSeconds(instant.getEpochSecond())
                .setNanos(instant.getNano())
                .build();
    }
}
