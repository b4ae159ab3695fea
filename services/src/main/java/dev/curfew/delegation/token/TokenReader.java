package dev.curfew.delegation.token;

import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Locale;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the names in a JWT. Its signature is not checked, because nothing is fetched for it: what
 * comes out are claims. Failures say what is wrong and hold nothing of the token.
 */
public final class TokenReader {
    /** Longer ones do not fit through a proxy's headers. */
    public static final int LARGEST = 16 * 1024;

    private static final int DEEPEST = 40;
    private static final String BEARER = "bearer ";

    private static final JsonMapper MAPPER =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxNestingDepth(DEEPEST)
                                                    .maxStringLength(LARGEST)
                                                    .maxNumberLength(40)
                                                    .build())
                                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                                    .build())
                    .enable(tools.jackson.databind.DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();

    private TokenReader() {}

    /**
     * @param name what the token is known by, such as its file's name
     */
    public static Outcome<TokenClaims> read(String text, String name) {
        try {
            return Outcome.ok(claims(text));
        } catch (BadToken e) {
            return Outcome.failed(Reason.INVALID_TOKEN, name, e.problem());
        }
    }

    /** From a file. Blocks; any thread but JavaFX's. */
    public static Outcome<TokenClaims> read(Path file) {
        String name = String.valueOf(file.getFileName());
        // A device or a pipe could block for good.
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            return invalid(name, "it is not a file");
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] content = in.readNBytes(LARGEST + 1);
            return read(new String(content, StandardCharsets.UTF_8), name);
        } catch (NoSuchFileException e) {
            return invalid(name, "the file is not there");
        } catch (AccessDeniedException e) {
            return invalid(name, "the file may not be read by this user");
        } catch (IOException e) {
            return invalid(name, "the file can not be read");
        }
    }

    private static Outcome<TokenClaims> invalid(String name, String problem) {
        return Outcome.failed(Reason.INVALID_TOKEN, name, problem);
    }

    private static TokenClaims claims(String text) throws BadToken {
        if (text.length() > LARGEST) {
            throw new BadToken("it is longer than 16 KiB");
        }
        String token = text.strip();
        if (token.toLowerCase(Locale.ROOT).startsWith(BEARER)) {
            token = token.substring(BEARER.length()).strip();
        }
        if (token.isEmpty()) {
            throw new BadToken("it is empty");
        }
        String[] parts = token.split("\\.", -1);
        if (parts.length == 5) {
            throw new BadToken("it is encrypted (JWE), and only its reader can open it");
        }
        if (parts.length != 3) {
            throw new BadToken("a JWT has three parts with dots between them");
        }
        JsonNode header = object(parts[0], "header");
        JsonNode payload = object(parts[1], "payload");
        decoded(parts[2], "signature");
        String algorithm = header.path("alg").asString("");
        if (algorithm.isEmpty()) {
            throw new BadToken("its header names no algorithm (alg)");
        }
        if (algorithm.equalsIgnoreCase("none") || parts[2].isEmpty()) {
            throw new BadToken("it is not signed: anybody could have written it");
        }
        if (header.has("crit")) {
            throw new BadToken("its header demands extensions (crit) that are not known here");
        }
        return new ClaimReader(header, payload).read();
    }

    private static JsonNode object(String part, String name) throws BadToken {
        try {
            JsonNode node = MAPPER.readTree(decoded(part, name));
            if (node.isObject()) {
                return node;
            }
        } catch (JacksonException e) {
            throw new BadToken("its " + name + " is no JSON that can be read");
        }
        throw new BadToken("its " + name + " is no JSON object");
    }

    private static byte[] decoded(String part, String name) throws BadToken {
        try {
            return Base64.getUrlDecoder().decode(part);
        } catch (IllegalArgumentException e) {
            throw new BadToken("its " + name + " is not in Base64url");
        }
    }
}
