package dev.curfew.views.palette;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.icons.AppIcon;
import dev.curfew.views.testing.ManualTasks;
import java.util.List;
import org.junit.jupiter.api.Test;

class PaletteTest {
    private static PaletteItem item(String title) {
        return PaletteItem.command(title, "Go to", AppIcon.SEARCH, title, "", () -> {});
    }

    private final Commands commands =
            new Commands(() ->
                    List.of(item("Overview"), item("Workloads"), item("Read now"), item("web")));

    private List<String> found(String text) {
        return commands.find(text, 10).stream().map(PaletteItem::title).toList();
    }

    @Test
    void anEmptyTextFindsEverythingInItsOrder() {
        assertThat(found("")).containsExactly("Overview", "Workloads", "Read now", "web");
    }

    @Test
    void theBeginningCountsMoreThanTheInside() {
        assertThat(found("w")).startsWith("web", "Workloads");
        assertThat(found("now")).containsExactly("Read now");
    }

    @Test
    void scatteredLettersFindToo() {
        assertThat(found("wkld")).containsExactly("Workloads");
        assertThat(found("zzz")).isEmpty();
    }

    @Test
    void theNewestTextWins() {
        ManualTasks tasks = new ManualTasks();
        PaletteViewModel model = new PaletteViewModel(List.of(commands), tasks);
        model.search("over");
        model.search("web");
        tasks.runAll();
        assertThat(model.foundProperty().get())
                .extracting(PaletteItem::title)
                .containsExactly("web");
    }
}
