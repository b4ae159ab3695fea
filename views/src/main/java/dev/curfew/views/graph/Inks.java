package dev.curfew.views.graph;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.css.CssMetaData;
import javafx.css.SimpleStyleableObjectProperty;
import javafx.css.StyleConverter;
import javafx.css.Styleable;
import javafx.css.StyleableProperty;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;

/** An unseen node that the stylesheet gives the picture's colours. JavaFX thread only. */
final class Inks extends Region {
    private static final Map<Ink, CssMetaData<Inks, Color>> METADATA = metadata();
    private static final List<CssMetaData<? extends Styleable, ?>> ALL = all();

    private final Map<Ink, SimpleStyleableObjectProperty<Color>> colours = new EnumMap<>(Ink.class);

    /**
     * @param changed when the look did
     */
    Inks(Runnable changed) {
        getStyleClass().add("graph-inks");
        setManaged(false);
        setVisible(false);
        for (Ink ink : Ink.values()) {
            SimpleStyleableObjectProperty<Color> colour =
                    new SimpleStyleableObjectProperty<>(
                            Objects.requireNonNull(METADATA.get(ink)), Color.GRAY);
            colour.subscribe(changed);
            colours.put(ink, colour);
        }
    }

    Palette palette() {
        Map<Ink, Color> now = new EnumMap<>(Ink.class);
        colours.forEach((ink, colour) -> now.put(ink, colour.get()));
        return new Palette(now);
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return ALL;
    }

    private static Map<Ink, CssMetaData<Inks, Color>> metadata() {
        Map<Ink, CssMetaData<Inks, Color>> made = new EnumMap<>(Ink.class);
        for (Ink ink : Ink.values()) {
            made.put(ink, new Meta(ink));
        }
        return made;
    }

    private static List<CssMetaData<? extends Styleable, ?>> all() {
        List<CssMetaData<? extends Styleable, ?>> all =
                new ArrayList<>(Region.getClassCssMetaData());
        all.addAll(METADATA.values());
        return List.copyOf(all);
    }

    private static final class Meta extends CssMetaData<Inks, Color> {
        private final Ink ink;

        Meta(Ink ink) {
            super(ink.property(), StyleConverter.getColorConverter(), Color.GRAY);
            this.ink = ink;
        }

        @Override
        public boolean isSettable(Inks node) {
            return true;
        }

        @Override
        public StyleableProperty<Color> getStyleableProperty(Inks node) {
            return Objects.requireNonNull(node.colours.get(ink));
        }
    }
}
