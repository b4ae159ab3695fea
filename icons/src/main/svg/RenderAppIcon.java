import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.batik.transcoder.TranscoderInput;
import org.apache.batik.transcoder.TranscoderOutput;
import org.apache.batik.transcoder.image.ImageTranscoder;
import org.apache.batik.transcoder.image.PNGTranscoder;

/**
 * Run by the build: draws one SVG as PNGs of all sizes, and packs those as .ico and .icns (both
 * formats take PNGs as they are). Arguments: the SVG, the folder to write to.
 */
public class RenderAppIcon {
    private static final int[] SIZES = {16, 24, 32, 48, 64, 128, 256, 512};
    private static final Map<Integer, String> ICNS_TYPES =
            Map.of(16, "icp4", 32, "icp5", 64, "icp6", 128, "ic07", 256, "ic08", 512, "ic09");

    public static void main(String[] arguments) throws Exception {
        Path svg = Path.of(arguments[0]);
        Path folder = Files.createDirectories(Path.of(arguments[1]));
        String name = svg.getFileName().toString().replace(".svg", "");
        Map<Integer, byte[]> pngs = new LinkedHashMap<>();
        for (int size : SIZES) {
            byte[] png = draw(svg, size);
            pngs.put(size, png);
            Files.write(folder.resolve(name + "-" + size + ".png"), png);
        }
        try (OutputStream out = Files.newOutputStream(folder.resolve(name + ".ico"))) {
            writeIco(pngs, out);
        }
        try (OutputStream out = Files.newOutputStream(folder.resolve(name + ".icns"))) {
            writeIcns(pngs, out);
        }
    }

    private static byte[] draw(Path svg, int size) throws Exception {
        PNGTranscoder transcoder = new PNGTranscoder();
        transcoder.addTranscodingHint(ImageTranscoder.KEY_WIDTH, (float) size);
        transcoder.addTranscodingHint(ImageTranscoder.KEY_HEIGHT, (float) size);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        transcoder.transcode(
                new TranscoderInput(svg.toUri().toString()), new TranscoderOutput(out));
        return out.toByteArray();
    }

    private static void writeIco(Map<Integer, byte[]> pngs, OutputStream out) throws IOException {
        var shown = pngs.entrySet().stream().filter(png -> png.getKey() <= 256).toList();
        int offset = 6 + 16 * shown.size();
        ByteBuffer head = ByteBuffer.allocate(offset).order(ByteOrder.LITTLE_ENDIAN);
        head.putShort((short) 0).putShort((short) 1).putShort((short) shown.size());
        for (var png : shown) {
            byte side = (byte) (png.getKey() == 256 ? 0 : png.getKey());
            head.put(side).put(side).put((byte) 0).put((byte) 0);
            head.putShort((short) 1).putShort((short) 32);
            head.putInt(png.getValue().length).putInt(offset);
            offset += png.getValue().length;
        }
        out.write(head.array());
        for (var png : shown) {
            out.write(png.getValue());
        }
    }

    private static void writeIcns(Map<Integer, byte[]> pngs, OutputStream out) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        DataOutputStream data = new DataOutputStream(body);
        for (var png : pngs.entrySet()) {
            String type = ICNS_TYPES.get(png.getKey());
            if (type != null) {
                data.write(type.getBytes(StandardCharsets.US_ASCII));
                data.writeInt(8 + png.getValue().length);
                data.write(png.getValue());
            }
        }
        DataOutputStream file = new DataOutputStream(out);
        file.write("icns".getBytes(StandardCharsets.US_ASCII));
        file.writeInt(8 + body.size());
        body.writeTo(file);
    }
}
