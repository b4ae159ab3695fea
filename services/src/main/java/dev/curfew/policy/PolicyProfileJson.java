package dev.curfew.policy;

import dev.curfew.connect.BackendConnection.Key;
import dev.curfew.connect.BackendConnection.OwnCertificate;
import dev.curfew.connect.BackendConnection.Tls;
import dev.curfew.connect.SecretRef;
import dev.curfew.outcome.Outcome.Ok;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Connections to policy backends as JSON, to be kept: where secrets are, never secrets. Pure. */
final class PolicyProfileJson {
    private PolicyProfileJson() {}

    static ObjectNode write(PolicyProfile profile) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("name", profile.name());
        json.put("target", profile.target().display());
        switch (profile.tls()) {
            case Tls.Plaintext() -> json.put("plaintext", true);
            case Tls.ByName(var authorities, var own) -> {
                authorities.ifPresent(file -> json.put("authorities", file.toString()));
                own.ifPresent(files -> {
                    json.put("own_chain", files.chain().toString());
                    json.put("own_key", files.privateKey().toString());
                });
            }
        }
        json.set("key", write(profile.key()));
        json.set("admin_key", write(profile.adminKey()));
        profile.mapping().ifPresent(file -> json.put("mapping", file.toString()));
        return json;
    }

    private static ObjectNode write(Key key) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        switch (key) {
            case Key.None() -> {}
            case Key.Bearer(var secret) -> write(secret, json);
            case Key.Basic(var user, var password) -> {
                json.put("user", user);
                write(password, json);
            }
        }
        return json;
    }

    private static void write(SecretRef secret, ObjectNode json) {
        switch (secret) {
            case SecretRef.EnvironmentVariable(var name) -> json.put("variable", name);
            case SecretRef.SecretFile(var file) -> json.put("file", file.toString());
            case SecretRef.Prompt() -> json.put("prompt", true);
        }
    }

    /** Empty if it is not what {@link #write} gives. */
    static Optional<PolicyProfile> read(JsonNode json) {
        try {
            return PolicyTarget.parse(json.path("target").asString(""))
                            instanceof Ok<PolicyTarget>(var target)
                    ? Optional.of(
                            new PolicyProfile(
                                    json.path("name").asString(),
                                    target,
                                    tls(json),
                                    key(json.path("key")),
                                    key(json.path("admin_key")),
                                    path(json, "mapping")))
                    : Optional.empty();
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private static Tls tls(JsonNode json) {
        return json.path("plaintext").asBoolean(false)
                ? new Tls.Plaintext()
                : new Tls.ByName(
                        path(json, "authorities"),
                        path(json, "own_chain")
                                .flatMap(chain ->
                                        path(json, "own_key")
                                                .map(key -> new OwnCertificate(chain, key))));
    }

    private static Key key(JsonNode json) {
        Optional<SecretRef> secret =
                json.has("variable")
                        ? Optional.of(
                                new SecretRef.EnvironmentVariable(json.path("variable").asString()))
                        : json.has("file")
                                ? path(json, "file").map(SecretRef.SecretFile::new)
                                : json.has("prompt")
                                        ? Optional.of(new SecretRef.Prompt())
                                        : Optional.empty();
        return secret.<Key>map(where ->
                        json.has("user")
                                ? new Key.Basic(json.path("user").asString(), where)
                                : new Key.Bearer(where))
                .orElseGet(Key.None::new);
    }

    private static Optional<Path> path(JsonNode json, String name) {
        return json.has(name) ? Optional.of(Path.of(json.path(name).asString())) : Optional.empty();
    }
}
