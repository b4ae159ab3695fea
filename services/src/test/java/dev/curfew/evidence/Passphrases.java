package dev.curfew.evidence;

import dev.curfew.connect.SecretRef;
import dev.curfew.connect.Secrets;
import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Reason;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Gives prepared passphrases one after the other, and keeps what they were asked for. */
public final class Passphrases implements Secrets {
    public static final SecretRef PROMPT = new SecretRef.Prompt();
    public static final SecretRef FILE = new SecretRef.EnvironmentVariable("PASS");

    private final Deque<String> answers;
    public final List<String> purposes = new ArrayList<>();
    public final List<char[]> given = new ArrayList<>();

    public Passphrases(String... answers) {
        this.answers = new ArrayDeque<>(List.of(answers));
    }

    @Override
    public Outcome<char[]> read(SecretRef reference, String purpose) {
        purposes.add(purpose);
        if (answers.isEmpty()) {
            return Outcome.failed(Reason.CREDENTIAL_UNREADABLE, purpose, "nobody to ask");
        }
        char[] answer = answers.removeFirst().toCharArray();
        given.add(answer);
        return Outcome.ok(answer);
    }
}
