package dev.curfew.app.window;

import dev.curfew.app.wiring.Prompter;
import dev.curfew.views.connections.SecretQuestion;
import dev.curfew.views.kit.FxThread;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** Asks for a passphrase in the window. Called on virtual threads; waits for the operator. */
final class WindowSecrets implements Prompter {
    private final FxThread fx;
    private final SecretQuestion question;

    WindowSecrets(FxThread fx, SecretQuestion question) {
        this.fx = fx;
        this.question = question;
    }

    @Override
    public Optional<char[]> ask(String purpose) {
        CompletableFuture<Optional<char[]>> answer = new CompletableFuture<>();
        fx.run(() -> question.ask(purpose, answer::complete));
        try {
            return answer.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException e) {
            return Optional.empty();
        }
    }
}
