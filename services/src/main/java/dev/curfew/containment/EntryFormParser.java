package dev.curfew.containment;

import dev.curfew.containment.EntryForm.Field;
import dev.curfew.containment.EntryForm.Issue;
import dev.curfew.containment.EntryForm.Parsed;
import dev.curfew.estate.ServerEstate;
import dev.curfew.identity.EntryDraft;
import dev.curfew.identity.Selector;
import dev.curfew.identity.SpiffeIds;
import dev.curfew.outcome.Failure;
import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Outcome.Failed;
import dev.curfew.outcome.Outcome.Ok;
import dev.curfew.outcome.Reason;
import io.spiffe.spiffeid.SpiffeId;
import io.spiffe.spiffeid.TrustDomain;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Reads one form, once. */
final class EntryFormParser {
    private final EntryForm form;
    private final ServerEstate server;
    private final Optional<EntryDraft> before;
    private final Instant now;
    private final ZoneId zone;
    private final List<Issue> issues = new ArrayList<>();

    EntryFormParser(
            EntryForm form,
            ServerEstate server,
            Optional<EntryDraft> before,
            Instant now,
            ZoneId zone) {
        this.form = form;
        this.server = server;
        this.before = before;
        this.now = now;
        this.zone = zone;
    }

    Parsed parse() {
        Optional<SpiffeId> id = value(Field.SPIFFE_ID, SpiffeIds.parse(form.spiffeId().strip()));
        Optional<SpiffeId> parent =
                value(Field.PARENT_ID, SpiffeIds.parse(form.parentId().strip()));
        List<Selector> selectors = lines(Field.SELECTORS, form.selectors(), Selector::parse);
        int x509 = value(Field.X509_TTL, FormFields.ttl(form.x509Ttl())).orElse(0);
        int jwt = value(Field.JWT_TTL, FormFields.ttl(form.jwtTtl())).orElse(0);
        long expiry =
                value(Field.EXPIRES_AT, FormFields.expiry(form.expiresAt(), now, zone)).orElse(0L);
        List<TrustDomain> peers =
                lines(Field.FEDERATES_WITH, form.federatesWith(), SpiffeIds::parseTrustDomain);
        List<String> dnsNames = lines(Field.DNS_NAMES, form.dnsNames(), Outcome::ok);
        if (id.isEmpty() || parent.isEmpty()) {
            return new Parsed.Wrong(issues);
        }
        EntryDraft draft =
                new EntryDraft(
                        id.get(),
                        parent.get(),
                        selectors,
                        x509,
                        jwt,
                        peers,
                        dnsNames,
                        form.hint().strip(),
                        form.admin(),
                        form.downstream(),
                        form.storeSvid(),
                        form.prefetchDisabled(),
                        expiry);
        check(draft);
        return issues.isEmpty() ? new Parsed.Good(draft) : new Parsed.Wrong(issues);
    }

    private <T> Optional<T> value(Field field, Outcome<T> outcome) {
        return switch (outcome) {
            case Ok<T>(var value) -> Optional.of(value);
            case Failed<T>(var why) -> {
                issues.add(new Issue(field, -1, why));
                yield Optional.empty();
            }
        };
    }

    /** Empty lines are left out; one that is there twice would be one for the server. */
    private <T> List<T> lines(Field field, List<String> lines, Function<String, Outcome<T>> read) {
        Set<T> values = new LinkedHashSet<>();
        for (int line = 0; line < lines.size(); line++) {
            String text = lines.get(line).strip();
            if (text.isEmpty()) {
                continue;
            }
            switch (read.apply(text)) {
                case Failed<T>(var why) -> issues.add(new Issue(field, line, why));
                case Ok<T>(var value) -> {
                    if (!values.add(value)) {
                        issues.add(
                                new Issue(
                                        field,
                                        line,
                                        new Failure(
                                                Reason.INVALID_INPUT, text, "it is there twice")));
                    }
                }
            }
        }
        return List.copyOf(values);
    }

    /** The checks of a plan, each beside the field that it concerns. */
    private void check(EntryDraft draft) {
        boolean selectorsWrong =
                issues.stream().anyMatch(issue -> issue.field() == Field.SELECTORS);
        for (Failure why : DraftChecks.of(draft, server)) {
            Field field = fieldOf(why, draft);
            if (field != Field.SELECTORS || !selectorsWrong) {
                issues.add(new Issue(field, lineOf(field, why), why));
            }
        }
        Optional<Integer> x509 =
                changed(draft.x509TtlSeconds(), before.map(EntryDraft::x509TtlSeconds));
        Optional<Integer> jwt =
                changed(draft.jwtTtlSeconds(), before.map(EntryDraft::jwtTtlSeconds));
        DraftChecks.ttls(x509, Optional.empty(), server, now)
                .forEach(why -> issues.add(new Issue(Field.X509_TTL, -1, why)));
        DraftChecks.ttls(Optional.empty(), jwt, server, now)
                .forEach(why -> issues.add(new Issue(Field.JWT_TTL, -1, why)));
        long expiry = draft.expiresAtSeconds();
        boolean kept =
                before.map(EntryDraft::expiresAtSeconds).filter(e -> e == expiry).isPresent();
        if (expiry != 0 && expiry <= now.getEpochSecond() && !kept) {
            issues.add(
                    new Issue(
                            Field.EXPIRES_AT,
                            -1,
                            new Failure(
                                    Reason.INVALID_INPUT,
                                    form.expiresAt().strip(),
                                    "it is in the past")));
        }
    }

    private static Optional<Integer> changed(int now, Optional<Integer> was) {
        return was.filter(before -> before == now).isPresent()
                ? Optional.empty()
                : Optional.of(now).filter(seconds -> seconds != 0);
    }

    private static Field fieldOf(Failure why, EntryDraft draft) {
        return switch (why.reason()) {
            case INVALID_SELECTOR -> Field.SELECTORS;
            case NOT_FOUND -> Field.FEDERATES_WITH;
            case INVALID_SPIFFE_ID ->
                    why.subject().equals(draft.spiffeId().toString())
                            ? Field.SPIFFE_ID
                            : Field.PARENT_ID;
            default -> Field.DNS_NAMES;
        };
    }

    private int lineOf(Field field, Failure why) {
        return field == Field.DNS_NAMES
                ? form.dnsNames().stream().map(String::strip).toList().indexOf(why.subject())
                : -1;
    }
}
