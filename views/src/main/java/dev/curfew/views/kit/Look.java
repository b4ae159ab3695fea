package dev.curfew.views.kit;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Objects;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.scene.Scene;
import javafx.scene.text.Font;

/**
 * How a scene looks: dark or light, and how large its text is. Popups take it over from the scene
 * that owns them.
 *
 * @param textScale 1 to 2
 */
public record Look(boolean dark, double textScale) {
    private static final double ICON = 16;

    public Look {
        textScale = Math.clamp(textScale, 1, 2);
    }

    public void apply(Scene scene) {
        var theme = dark ? new PrimerDark() : new PrimerLight();
        scene.getPreferences().setColorScheme(dark ? ColorScheme.DARK : ColorScheme.LIGHT);
        // For popups too: they style themselves before they know the scene that owns them.
        Application.setUserAgentStylesheet(theme.getUserAgentStylesheet());
        scene.setUserAgentStylesheet(theme.getUserAgentStylesheet());
        scene.getStylesheets().setAll(own("curfew.css"), own("screens.css"), sizes());
    }

    private static String own(String name) {
        URL sheet = Objects.requireNonNull(Look.class.getResource(name), name);
        return sheet.toExternalForm();
    }

    /** What depends on this computer's fonts and the operator's text size. */
    private String sizes() {
        Fonts fonts = Fonts.among(Font.getFamilies());
        String css =
                """
                .root { -fx-font-family: "%s"; -fx-font-size: %.2fpx; }
                .mono, .mono > .text { -fx-font-family: "%s"; }
                .ikonli-font-icon { -fx-icon-size: %.0fpx; }
                .caption-icon, .provenance > .ikonli-font-icon { -fx-icon-size: %.0fpx; }
                .provenance > .observed { -fx-icon-size: %.0fpx; }
                .inline-icon > .ikonli-font-icon, .cell-icon { -fx-icon-size: %.0fpx; }
                .empty-icon { -fx-icon-size: %.0fpx; }
                """
                        .formatted(
                                fonts.text(),
                                fonts.size() * textScale,
                                fonts.mono(),
                                ICON * textScale,
                                11 * textScale,
                                8 * textScale,
                                14 * textScale,
                                32 * textScale);
        return "data:text/css;charset=utf-8;base64,"
                + Base64.getEncoder().encodeToString(css.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%s-%.0f", dark ? "dark" : "light", textScale * 100);
    }
}
