package dev.curfew.policy;

import dev.curfew.connect.BackendConnection.Key;
import dev.curfew.connect.BackendConnection.OwnCertificate;
import dev.curfew.connect.BackendConnection.Tls;
import dev.curfew.connect.SecretRef;
import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Reason;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Connections to policy backends as JSON, to be kept: where secrets are, never secrets. Pure. */
final class PolicyProfileJson {
    private static final Set<String> KNOWN =
            Set.of(
                    "name",
                    "target",
                    "plaintext",
                    "authorities",
                    "own_chain",
                    "own_key",
                    "key",
                    "admin_key",
                    "mapping");
    private static final Set<String> KNOWN_OF_KEYS = Set.of("user", "variable", "file", "prompt");

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

    /**
     * What {@link #write} gave, and nothing else: what is not understood here would be lost by the
     * next save, and a setting that is passed over can make a connection less safe than it was.
     */
    static Outcome<PolicyProfile> read(JsonNode json) {
        String name = json.path("name").asString("");
        try {
            return Outcome.ok(profile(json));
        } catch (Unreadable | InvalidPathException e) {
            return Outcome.failed(
                    Reason.CONNECTION_UNREADABLE, name, String.valueOf(e.getMessage()));
        }
    }

    private static PolicyProfile profile(JsonNode json) {
        only(json, KNOWN, "the connection");
        String name = text(json, "name").orElse("");
        if (name.isBlank()) {
            throw new Unreadable("it has no name");
        }
        PolicyTarget target =
                switch (PolicyTarget.parse(text(json, "target").orElse(""))) {
                    case Outcome.Ok<PolicyTarget>(var parsed) -> parsed;
                    case Outcome.Failed<PolicyTarget>(var why) ->
                            throw new Unreadable("its target: " + why.detail());
                };
        return new PolicyProfile(
                name,
                target,
                tls(json),
                key(json, "key"),
                key(json, "admin_key"),
                path(json, "mapping"));
    }

    private static Tls tls(JsonNode json) {
        Optional<Path> authorities = path(json, "authorities");
        Optional<Path> chain = path(json, "own_chain");
        Optional<Path> ownKey = path(json, "own_key");
        if (flag(json, "plaintext")) {
            if (authorities.isPresent() || chain.isPresent() || ownKey.isPresent()) {
                throw new Unreadable("without TLS there is no certificate to trust or to show");
            }
            return new Tls.Plaintext();
        }
        if (chain.isPresent() != ownKey.isPresent()) {
            throw new Unreadable("a certificate and its private key go together");
        }
        return new Tls.ByName(
                authorities,
                chain.flatMap(file -> ownKey.map(key -> new OwnCertificate(file, key))));
    }

    private static Key key(JsonNode json, String field) {
        if (!json.has(field)) {
            return new Key.None();
        }
        JsonNode key = json.path(field);
        only(key, KNOWN_OF_KEYS, field);
        Optional<String> user = text(key, "user");
        List<SecretRef> secrets = new ArrayList<>();
        text(key, "variable").map(SecretRef.EnvironmentVariable::new).ifPresent(secrets::add);
        path(key, "file").map(SecretRef.SecretFile::new).ifPresent(secrets::add);
        if (flag(key, "prompt")) {
            secrets.add(new SecretRef.Prompt());
        }
        if (secrets.size() > 1 || secrets.isEmpty() && user.isPresent()) {
            throw new Unreadable(field + " does not say in one way where its secret is");
        }
        return secrets.isEmpty()
                ? new Key.None()
                : user.<Key>map(name -> new Key.Basic(name, secrets.getFirst()))
                        .orElseGet(() -> new Key.Bearer(secrets.getFirst()));
    }

    private static void only(JsonNode json, Set<String> known, String what) {
        if (!json.isObject()) {
            throw new Unreadable(what + " is not a JSON object");
        }
        json.propertyNames().stream()
                .filter(name -> !known.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new Unreadable(what + " says " + name + ", which is not known here");
                });
    }

    private static Optional<Path> path(JsonNode json, String name) {
        return text(json, name).map(Path::of);
    }

    private static Optional<String> text(JsonNode json, String name) {
        if (!json.has(name)) {
            return Optional.empty();
        }
        if (!json.path(name).isString()) {
            throw new Unreadable(name + " is not a text");
        }
        return Optional.of(json.path(name).asString());
    }

    private static boolean flag(JsonNode json, String name) {
        if (json.has(name) && !json.path(name).isBoolean()) {
            throw new Unreadable(name + " is neither true nor false");
        }
        return json.path(name).asBoolean(false);
    }

    private static final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1;

        Unreadable(String why) {
            super(why);
        }
    }
}
