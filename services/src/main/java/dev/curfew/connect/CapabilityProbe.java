package dev.curfew.connect;

import dev.curfew.outcome.Failure;
import dev.curfew.outcome.Outcome;
import dev.curfew.wire.spire.debug.GetInfoResponse;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Asks a server for a little of everything, all at once, and notes what it answers. Only reads, of
 * one row at most. A question that hangs costs its own deadline and holds up no other.
 */
public final class CapabilityProbe {
    /** For each question. */
    public static final Duration PATIENCE = Duration.ofSeconds(5);

    private CapabilityProbe() {}

    /** Blocks for the patience of one question at most, for they are asked side by side. */
    public static Capabilities probe(SpireChannel channel) {
        return probe(channel, PATIENCE);
    }

    /**
     * The same with another patience.
     *
     * @param patience the deadline of each question
     */
    public static Capabilities probe(SpireChannel channel, Duration patience) {
        Map<Feature, Future<Answer>> asked = new EnumMap<>(Feature.class);
        Map<Feature, Answer> answers = new EnumMap<>(Feature.class);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Question<?, ?> question : Question.ALL) {
                asked.put(
                        question.feature(), threads.submit(() -> ask(channel, question, patience)));
            }
            asked.forEach((feature, answer) -> answers.put(feature, await(answer, feature)));
        }
        Map<Feature, Availability> features = new EnumMap<>(Feature.class);
        answers.forEach((feature, answer) -> features.put(feature, answer.availability()));
        return new Capabilities(features, identification(channel, answers));
    }

    private static <Q, A> Answer ask(
            SpireChannel channel, Question<Q, A> question, Duration patience) {
        long start = System.nanoTime();
        Outcome<A> outcome = channel.call(question.method(), question.request(), patience);
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        return switch (outcome) {
            case Outcome.Ok<A>(var value) ->
                    new Answer(new Availability.Available(took), Optional.of(value));
            case Outcome.Failed<A>(var failure) ->
                    new Answer(new Availability.Absent(failure), Optional.empty());
        };
    }

    private static Answer await(Future<Answer> answer, Feature feature) {
        try {
            return answer.get();
        } catch (ExecutionException e) {
            return Answer.absent(StatusFailures.unexpected(e, feature.name()));
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            return Answer.absent(StatusFailures.cancelled(feature.name()));
        }
    }

    private static ServerIdentification identification(
            SpireChannel channel, Map<Feature, Answer> answers) {
        Optional<GetInfoResponse> debug =
                Optional.ofNullable(answers.get(Feature.DEBUG))
                        .flatMap(Answer::value)
                        .map(GetInfoResponse.class::cast);
        Optional<ServerSeen> server =
                channel.server().or(() -> debug.flatMap(ServerSeen::fromDebug));
        return new ServerIdentification(
                channel.trustDomain(),
                server.map(ServerSeen::id),
                server.map(ServerSeen::expiresAt),
                channel.local(),
                debug.map(info -> Duration.ofSeconds(info.getUptime())),
                quickest(answers));
    }

    private static Optional<Duration> quickest(Map<Feature, Answer> answers) {
        return answers.values().stream()
                .flatMap(answer ->
                        answer.availability() instanceof Availability.Available(var took)
                                ? Optional.of(took).stream()
                                : Optional.<Duration>empty().stream())
                .min(Duration::compareTo);
    }

    private record Answer(Availability availability, Optional<Object> value) {
        static Answer absent(Failure why) {
            return new Answer(new Availability.Absent(why), Optional.empty());
        }
    }
}
