package dev.curfew.views.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.views.testing.ManualFxThread;
import dev.curfew.views.testing.TestUi;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.util.Subscription;
import org.junit.jupiter.api.Test;

class FxTickerTest {
    private final ManualFxThread fx = new ManualFxThread();
    private final FxTicker ticker = new FxTicker(fx, TestUi.CLOCK);
    private final AtomicInteger ticks = new AtomicInteger();

    @Test
    void ticksOnceASecondWhileSomeoneListens() {
        Subscription listening = ticker.everySecond(ticks::incrementAndGet);
        fx.pass(Duration.ofSeconds(3));
        assertThat(ticks).hasValue(3);
        listening.unsubscribe();
        fx.pass(Duration.ofSeconds(3));
        assertThat(ticks).hasValue(3);
        assertThat(fx.waiting()).as("it rests").isZero();
    }

    @Test
    void oneClockServesAll() {
        ticker.everySecond(ticks::incrementAndGet);
        ticker.everySecond(ticks::incrementAndGet);
        assertThat(fx.waiting()).isEqualTo(1);
        fx.pass(Duration.ofSeconds(1));
        assertThat(ticks).hasValue(2);
    }
}
