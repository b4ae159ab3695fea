package dev.curfew.connect;

/** What {@link TlsForSpireTest} runs in processes of their own. */
final class TlsForSpireProcess {
    private TlsForSpireProcess() {}

    public static void main(String[] arguments) {
        String when = arguments[0];
        if (when.equals("late")) {
            TlsForSpire.isInEffect();
        }
        if (!when.equals("never")) {
            TlsForSpire.prepare();
            TlsForSpire.prepare();
        }
        System.out.print(
                TlsForSpire.isInEffect()
                        + " "
                        + System.getProperty("jdk.tls.client.disableExtensions"));
    }
}
