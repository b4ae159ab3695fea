package dev.curfew.views.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.icons.AppIcon;
import dev.curfew.views.testing.Fx;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import javafx.scene.paint.Color;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

class SvgSurfaceTest {
    @Test
    void namesCannotBecomeMarkup() throws Exception {
        String hostile = "<script>\"&'\u0000\u0007\uD800</script>";
        String svg =
                Fx.call(() -> {
                    SvgSurface surface = new SvgSurface("A \"font\"");
                    surface.text(hostile, 1, 2, Face.NAME, Color.RED);
                    surface.icon(AppIcon.WORKLOADS, 0, 0, 15, Color.RED);
                    return surface.document(hostile, new Span(0, 0, 10, 10), Color.WHITE);
                });
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        Document read =
                factory.newDocumentBuilder()
                        .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
        assertThat(read.getElementsByTagName("script").getLength()).isZero();
        assertThat(read.getElementsByTagName("text").item(0).getTextContent())
                .isEqualTo("<script>\"&'\uFFFD\uFFFD\uFFFD</script>");
        assertThat(read.getElementsByTagName("path").getLength()).isEqualTo(1);
    }
}
