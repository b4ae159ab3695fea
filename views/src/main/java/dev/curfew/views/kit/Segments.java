package dev.curfew.views.kit;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;

/** A choice of one of a few, side by side; one is always chosen. */
public final class Segments extends HBox {
    private final List<ToggleButton> buttons = new ArrayList<>();
    private final String name;
    private final ToggleGroup group = new ToggleGroup();

    /**
     * @param id stable; the segments are called {@code id-0}, {@code id-1}, …
     * @param name what is chosen, for a screen reader: each segment is read out with it
     */
    public Segments(String id, String name, List<String> words, IntConsumer chosen) {
        this.name = name;
        setId(id);
        setAccessibleText(name);
        getStyleClass().add("segments");
        setMinWidth(USE_PREF_SIZE);
        for (int i = 0; i < words.size(); i++) {
            ToggleButton button = new ToggleButton();
            say(button, words.get(i));
            button.setId(id + "-" + i);
            button.setMnemonicParsing(false);
            button.setToggleGroup(group);
            button.setMinWidth(USE_PREF_SIZE);
            button.getStyleClass().add(place(i, words.size()));
            int index = i;
            button.setOnAction(event -> {
                button.setSelected(true);
                chosen.accept(index);
            });
            buttons.add(button);
        }
        getChildren().setAll(buttons);
        choose(0);
    }

    private static String place(int index, int of) {
        if (index == 0) {
            return Styles.LEFT_PILL;
        }
        return index == of - 1 ? Styles.RIGHT_PILL : Styles.CENTER_PILL;
    }

    /** Shows one as chosen without telling anyone. */
    public void choose(int index) {
        buttons.get(index).setSelected(true);
    }

    public void rename(int index, String words) {
        say(buttons.get(index), words);
    }

    private void say(ToggleButton button, String words) {
        button.setText(words);
        button.setAccessibleText(name + ": " + words);
    }
}
