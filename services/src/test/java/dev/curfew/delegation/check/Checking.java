package dev.curfew.delegation.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.delegation.Given;
import dev.curfew.delegation.Grant;
import dev.curfew.delegation.Party;
import dev.curfew.delegation.check.CheckResult.Checked;
import dev.curfew.delegation.check.CheckResult.NotChecked;
import dev.curfew.delegation.check.Fact.SeenToken;
import dev.curfew.delegation.check.Fact.Tokens;
import dev.curfew.delegation.rules.DelegationRules;
import dev.curfew.delegation.rules.RulesText;
import dev.curfew.delegation.token.TokenClaims;
import dev.curfew.delegation.token.TokenReader;
import dev.curfew.outcome.Outcome.Failed;
import dev.curfew.outcome.Outcome.Ok;
import dev.curfew.text.Texts;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Runs one check on grants and facts, for tests. */
final class Checking {
    private static final Texts TEXTS = Texts.ofServices();

    private final CheckId check;
    private List<Grant> grants = List.of();
    private Facts facts = Facts.NONE;
    private DelegationRules rules = DelegationRules.NONE;
    private CheckSettings settings = CheckSettings.DEFAULT;

    private Checking(CheckId check) {
        this.check = check;
    }

    static Checking that(CheckId check) {
        return new Checking(check);
    }

    Checking of(Grant... changed) {
        grants = Arrays.asList(changed);
        return this;
    }

    Checking with(Fact... changed) {
        facts = Facts.of(changed);
        return this;
    }

    Checking ruled(String yaml) {
        rules =
                switch (RulesText.read(yaml, "test")) {
                    case Ok<DelegationRules>(var read) -> read;
                    case Failed<DelegationRules>(var failure) -> throw new AssertionError(failure);
                };
        return this;
    }

    /** One setting as people write it; the others are as by default. */
    Checking set(CheckSetting setting, String text) {
        Map<CheckSetting, String> texts = CheckSettingsText.changed(settings);
        texts.put(setting, text);
        settings =
                switch (CheckSettingsText.read(texts)) {
                    case Ok<CheckSettings>(var read) -> read;
                    case Failed<CheckSettings>(var failure) -> throw new AssertionError(failure);
                };
        return this;
    }

    CheckResult result() {
        CheckInput input =
                CheckInput.of(
                        Given.graph(grants.toArray(Grant[]::new)),
                        Given.NOW,
                        rules,
                        facts,
                        settings);
        List<CheckResult> all = DelegationChecks.run(input);
        assertThat(all).extracting(CheckResult::check).containsExactly(CheckId.values());
        return all.get(check.ordinal());
    }

    List<DelegationFinding> findings() {
        return switch (result()) {
            case Checked checked -> checked.findings();
            case NotChecked not -> throw new AssertionError(not.toString());
        };
    }

    void isFine() {
        assertThat(result())
                .isInstanceOfSatisfying(
                        Checked.class,
                        checked -> {
                            assertThat(checked.findings()).isEmpty();
                            assertThat(checked.judged()).isPositive();
                            assertThat(checked.missing()).isEmpty();
                        });
    }

    void says(String... sentences) {
        assertThat(findings())
                .extracting(finding -> finding.evidence().sentence(TEXTS))
                .containsExactly(sentences);
    }

    void lacks(Missing... missing) {
        assertThat(result()).isEqualTo(new NotChecked(check, Set.of(missing)));
    }

    static Tokens tokens(SeenToken... tokens) {
        return new Tokens(Arrays.asList(tokens));
    }

    /** A token with these claims, as JSON with single quotes. */
    static SeenToken token(String claims, Optional<Party> by, String... seenAt) {
        return new SeenToken(claims("{'alg':'ES256'}", claims), by, Set.of(seenAt));
    }

    static TokenClaims claims(String header, String claims) {
        String jwt = part(header) + "." + part(claims) + "." + part("signature");
        return switch (TokenReader.read(jwt, "test")) {
            case Ok<TokenClaims>(var read) -> read;
            case Failed<TokenClaims>(var failure) -> throw new AssertionError(failure);
        };
    }

    private static String part(String json) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }
}
