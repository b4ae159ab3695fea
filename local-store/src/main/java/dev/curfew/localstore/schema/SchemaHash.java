package dev.curfew.localstore.schema;

import dev.curfew.localstore.database.Sqlite;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * The fingerprint of every table, index, trigger and view of a database. A store whose schema is
 * not ours to the letter is not used: a foreign trigger would run with our rights.
 */
public final class SchemaHash {
    private static final String OBJECTS =
            "SELECT ifnull(type, ''), ifnull(name, ''), ifnull(tbl_name, ''), ifnull(sql, '')"
                    + " FROM sqlite_schema ORDER BY type, name";

    private SchemaHash() {}

    /** Lower-case hex SHA-256. */
    public static String of(Connection connection) throws SQLException {
        MessageDigest digest = sha256();
        for (SchemaObject object : objects(connection)) {
            for (String field :
                    List.of(object.type(), object.name(), object.table(), object.sql())) {
                byte[] bytes = field.getBytes(StandardCharsets.UTF_8);
                digest.update(ByteBuffer.allocate(4).putInt(0, bytes.length));
                digest.update(bytes);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /**
     * Names what is not as it should be at a version; empty if all is.
     *
     * @param version one of ours
     */
    public static Optional<String> firstDifference(Connection connection, int version)
            throws SQLException {
        if (of(connection).equals(Migration.ALL.get(version - 1).schemaHash())) {
            return Optional.empty();
        }
        List<SchemaObject> found = objects(connection);
        List<SchemaObject> wanted;
        try (Connection model = Sqlite.memory()) {
            Migrations.upTo(version, model);
            wanted = objects(model);
        }
        List<SchemaObject> foreign = new ArrayList<>(found);
        foreign.removeAll(wanted);
        List<SchemaObject> missing = new ArrayList<>(wanted);
        missing.removeAll(found);
        return Optional.of(
                foreign.isEmpty()
                        ? "It lacks the " + missing.getFirst().display()
                        : "It has a " + foreign.getFirst().display() + " that Curfew did not make");
    }

    private static List<SchemaObject> objects(Connection connection) throws SQLException {
        List<SchemaObject> objects = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(OBJECTS)) {
            while (rows.next()) {
                objects.add(
                        new SchemaObject(
                                rows.getString(1),
                                rows.getString(2),
                                rows.getString(3),
                                rows.getString(4)));
            }
        }
        return objects;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private record SchemaObject(String type, String name, String table, String sql) {
        String display() {
            return type + " " + name;
        }
    }
}
