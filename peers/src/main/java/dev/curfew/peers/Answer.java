package dev.curfew.peers;

/** What a command gave. */
public record Answer(int exitCode, String out, String err) {
    public boolean ok() {
        return exitCode == 0;
    }

    /** What it wrote. */
    public String text() {
        if (!ok()) {
            throw new IllegalStateException("exit " + exitCode + ": " + out + err);
        }
        return out;
    }
}
