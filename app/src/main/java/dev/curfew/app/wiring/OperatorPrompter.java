package dev.curfew.app.wiring;

import java.util.Optional;

/** Asks on the console, until a window is open to ask in. Any thread. */
public final class OperatorPrompter implements Prompter {
    private volatile Prompter now;

    public OperatorPrompter(Prompter first) {
        now = first;
    }

    public void askThrough(Prompter next) {
        now = next;
    }

    @Override
    public Optional<char[]> ask(String purpose) {
        return now.ask(purpose);
    }
}
