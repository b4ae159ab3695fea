package dev.curfew.delegation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ScopeTest {
    private static final Permission READ = new Permission("read", "dataset:crm");
    private static final Permission WRITE = new Permission("write", "dataset:crm");

    @Test
    void whoWritesMayAlsoRead() {
        assertThat(Scope.of(WRITE).covers(READ)).isTrue();
        assertThat(Scope.of(READ).covers(WRITE)).isFalse();
    }

    @Test
    void whatGoesBeyondIsNamed() {
        assertThat(Scope.of(WRITE, Given.use("mail")).beyond(Scope.of(READ)))
                .containsExactly(WRITE, Given.use("mail"));
        assertThat(Scope.of(READ).beyond(Scope.of(WRITE))).isEmpty();
    }

    @Test
    void allOfEverythingCoversAnything() {
        Permission all = new Permission(Permission.ALL, Permission.ALL);
        assertThat(Scope.of(all).covers(READ)).isTrue();
        assertThat(Scope.of(READ).beyond(Scope.of(all))).isEmpty();
    }

    @Test
    void anOAuthScopeCoversOnlyItself() {
        assertThat(Scope.of(Permission.scope("mail.read")).covers(Permission.scope("mail.send")))
                .isFalse();
        assertThat(Scope.of(Permission.scope("read")).covers(READ)).isFalse();
    }
}
