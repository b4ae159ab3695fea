package dev.curfew.evidence.pack;

import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Outcome.Failed;
import dev.curfew.outcome.Outcome.Ok;
import dev.curfew.outcome.Reason;
import dev.curfew.store.SealKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Checks a pack from its bytes alone: first the signature and with it each file, then the ZIP
 * around them to the last byte, then what the files say to each other. Nothing is unpacked to disk.
 * Pure.
 */
public final class PackVerifier {
    private PackVerifier() {}

    /**
     * @param pinned thumbprint of the key that must have signed; empty: any key
     * @return EVIDENCE_BROKEN with the part that does not hold as its subject, or
     *     EVIDENCE_OTHER_KEY
     */
    public static Outcome<VerifiedPack> verify(byte[] zip, Optional<String> pinned) {
        return PackZip.read(zip)
                .then(entries -> signed(entries, pinned))
                .then(PackVerifier::filesAsListed)
                .then(pack -> wholeZip(zip, pack))
                .then(ContentCheck::check)
                .map(pack -> pack.verified(pinned.isPresent()));
    }

    /** What signature and manifest vouch for. */
    private static Outcome<SignedFiles> signed(
            List<PackZip.Entry> entries, Optional<String> pinned) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        entries.forEach(entry -> files.put(entry.name(), entry.content()));
        for (String name : List.of(PackFile.MANIFEST, PackFile.SIGNATURE, PackFile.KEY)) {
            if (!files.containsKey(name)) {
                return Broken.at(name, "it is missing");
            }
        }
        Optional<SealKey> key = PackJson.text(file(files, PackFile.KEY)).flatMap(SealKey::ofPem);
        if (key.isEmpty()) {
            return Broken.at(
                    PackFile.KEY, "it is not an Ed25519 key in the form that Curfew writes");
        }
        String thumbprint = key.get().thumbprint();
        if (pinned.isPresent() && !pinned.get().equals(thumbprint)) {
            return Outcome.failed(
                    Reason.EVIDENCE_OTHER_KEY,
                    PackFile.KEY,
                    "the key in it has the thumbprint " + thumbprint);
        }
        byte[] manifest = file(files, PackFile.MANIFEST);
        if (!key.get().signed(manifest, file(files, PackFile.SIGNATURE))) {
            return Broken.at(
                    PackFile.MANIFEST,
                    "the signature in " + PackFile.SIGNATURE + " is not that of its key over it");
        }
        return Manifest.read(manifest)
                .then(read ->
                        read.key().equals(thumbprint)
                                ? Outcome.ok(new SignedFiles(read, key.get(), files))
                                : Broken.at(
                                        PackFile.MANIFEST,
                                        "it names another key than the one in it"));
    }

    /** Each file that is listed and no other, in the order of the list, as it was hashed. */
    private static Outcome<SignedFiles> filesAsListed(SignedFiles pack) {
        for (Manifest.Item item : pack.manifest().files()) {
            byte[] content = pack.files().get(item.name());
            if (content == null) {
                return Broken.at(item.name(), "it is missing");
            }
            if (content.length != item.bytes()) {
                return Broken.at(
                        item.name(),
                        "it has " + content.length + " bytes, and had " + item.bytes());
            }
            if (!Sha256.of(content).equals(item.sha256())) {
                return Broken.at(item.name(), "it was changed: its SHA-256 is another");
            }
        }
        List<String> listed = new ArrayList<>();
        listed.add(PackFile.MANIFEST);
        listed.add(PackFile.SIGNATURE);
        pack.manifest().files().forEach(item -> listed.add(item.name()));
        List<String> there = List.copyOf(pack.files().keySet());
        Set<String> known = Set.copyOf(listed);
        for (String name : there) {
            if (!known.contains(name)) {
                return Broken.at(name, "it does not belong to the pack");
            }
        }
        if (!there.equals(listed)) {
            return Broken.at(PackZip.PART, "its files are in another order than they were signed");
        }
        return Manifest.packId(pack.manifest().files()).equals(pack.manifest().pack())
                ? Outcome.ok(pack)
                : Broken.at(
                        PackFile.MANIFEST, "the pack's name is not the one that its files give");
    }

    private static Outcome<SignedFiles> wholeZip(byte[] zip, SignedFiles pack) {
        List<PackZip.Entry> entries = new ArrayList<>();
        pack.files().forEach((name, content) -> entries.add(new PackZip.Entry(name, content)));
        return PackZip.firstStrayByte(zip, entries)
                .<Outcome<SignedFiles>>map(stray ->
                        Broken.at(
                                PackZip.PART,
                                "byte "
                                        + stray
                                        + ", "
                                        + PackZip.placeOf(stray, entries)
                                        + ", is not as Curfew writes it"))
                .orElseGet(() -> Outcome.ok(pack));
    }

    private static byte[] file(Map<String, byte[]> files, String name) {
        return files.getOrDefault(name, new byte[0]);
    }

    /** The failure as it is told: the file's name, and the part with its fault. */
    public static <T> Outcome<T> named(Outcome<T> outcome, String file) {
        return switch (outcome) {
            case Ok<T> ok -> ok;
            case Failed<T>(var why) ->
                    Outcome.failed(why.reason(), file, why.subject() + ": " + why.detail());
        };
    }
}
