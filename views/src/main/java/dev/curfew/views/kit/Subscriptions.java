package dev.curfew.views.kit;

import java.util.ArrayDeque;
import java.util.Deque;
import javafx.util.Subscription;

/** Subscriptions with one owner, ended together, last first. JavaFX thread only. */
public final class Subscriptions implements Subscription {
    private final Deque<Subscription> held = new ArrayDeque<>();

    public Subscriptions add(Subscription subscription) {
        held.push(subscription);
        return this;
    }

    @Override
    public void unsubscribe() {
        while (!held.isEmpty()) {
            held.pop().unsubscribe();
        }
    }

    public boolean isEmpty() {
        return held.isEmpty();
    }
}
