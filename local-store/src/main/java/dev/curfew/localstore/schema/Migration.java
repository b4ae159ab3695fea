package dev.curfew.localstore.schema;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * One step of the schema. A script that was ever shipped never changes; a test holds it to its
 * checksum.
 *
 * @param version what {@code PRAGMA user_version} is after it
 * @param script name of the resource
 * @param scriptHash lower-case hex SHA-256 of the script's bytes
 * @param schemaHash {@link SchemaHash} of a store at this version
 */
public record Migration(int version, String script, String scriptHash, String schemaHash) {

    /** All of them, in order, without gaps. */
    public static final List<Migration> ALL =
            List.of(
                    new Migration(
                            1,
                            "V001__start.sql",
                            "026be37d755ae327741f8b26030fc869c861bd5a4f8a1524710e56052e66992e",
                            "e75e23e5bfb315f6381b718fafa213a7513e75edf50b3944323f797b74efeaa8"),
                    new Migration(
                            2,
                            "V002__snapshots.sql",
                            "1b1aaa4ffba07919de98c2dcc1d6a5144f7a6d7fd1e14414b26589702ec88a67",
                            "8e936f106d3ece8ffbfa2bb504baa0cf0b2caece44db0bee0cbc00a66ef2c1aa"),
                    new Migration(
                            3,
                            "V003__checkpoints.sql",
                            "06dd71966c0e6dc79ff130a812fa6a817011fe175356022a539b114b2588963c",
                            "f3c7f13db7bfc219b21b3bd6813252d66acb872ea7e17d1509d8f77cabf1c005"),
                    new Migration(
                            4,
                            "V004__timings.sql",
                            "0e05cde23ed812d1ca8a0574e914fa3e921560bb3436212cc9ad77b229f72cbc",
                            "99e26102ff8bbf222aeb399ef097adc83f9a927c5dd29726980e913a9b7fdc9d"));

    /** The version this Curfew writes. */
    public static Migration latest() {
        return ALL.getLast();
    }

    public byte[] bytes() {
        try (InputStream in = Migration.class.getResourceAsStream(script)) {
            if (in == null) {
                throw new IllegalStateException("The resource " + script + " is not there");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String sql() {
        return new String(bytes(), StandardCharsets.UTF_8);
    }
}
