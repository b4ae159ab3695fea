package dev.curfew.lab.authority;

import dev.curfew.lab.authority.AuthoritySlots.Status;
import dev.curfew.lab.rpc.Refusal;

/** The order in which authorities may be activated, tainted and revoked; the texts are SPIRE's. */
final class AuthorityRules {
    private AuthorityRules() {}

    static void mayActivate(AuthoritySlots<?> slots, String id) {
        mustBeGiven(id);
        if (!slots.isNext(id)) {
            throw Refusal.invalid("unexpected authority ID");
        }
        if (slots.status() != Status.PREPARED) {
            throw Refusal.internal(
                    "only Prepared authorities can be activated: unsupported local authority"
                            + " status: "
                            + slots.status());
        }
    }

    static void mayTaint(AuthoritySlots<?> slots, String id) {
        mustBeGiven(id);
        if (slots.active().id().equals(id)) {
            throw Refusal.invalid("unable to taint current local authority");
        }
        if (!slots.isNext(id)) {
            throw Refusal.invalid("unexpected authority ID");
        }
        if (slots.status() != Status.OLD) {
            throw Refusal.invalid(
                    "only Old local authorities can be tainted: unsupported local authority"
                            + " status: "
                            + slots.status());
        }
    }

    static void mayRevokeX509(AuthoritySlots<?> slots, String id) {
        mustBeGivenToRevoke(id);
        if (slots.active().id().equals(id)) {
            throw Refusal.invalid("invalid authority ID: unable to use current authority");
        }
        if (!slots.isNext(id) || slots.status() != Status.OLD) {
            throw Refusal.invalid("invalid authority ID: only Old local authority can be revoked");
        }
    }

    /** A JWT key may also be revoked after it has left its slot, as long as the bundle has it. */
    static void mayRevokeJwt(AuthoritySlots<?> slots, String id, boolean inBundle) {
        mustBeGivenToRevoke(id);
        if (slots.isNext(id)) {
            if (slots.status() == Status.PREPARED) {
                throw Refusal.invalid("invalid authority ID: unable to use a prepared key");
            }
            return;
        }
        if (slots.active().id().equals(id)) {
            throw Refusal.invalid("invalid authority ID: unable to use current authority");
        }
        if (!inBundle) {
            throw Refusal.invalid(
                    "invalid authority ID: no JWT authority found with provided authority ID");
        }
    }

    private static void mustBeGiven(String id) {
        if (id.isEmpty()) {
            throw Refusal.invalid("no authority ID provided");
        }
    }

    private static void mustBeGivenToRevoke(String id) {
        if (id.isEmpty()) {
            throw Refusal.invalid("invalid authority ID: no authority ID provided");
        }
    }
}
