import java.nio.file.Files;
import java.nio.file.Path;

/** Run by the build: says where the JDK lies that the build uses. */
final class WriteJavaHome {
    public static void main(String[] arguments) throws Exception {
        Files.writeString(
                Path.of(arguments[0]), "java.home=" + System.getProperty("java.home") + "\n");
    }
}
