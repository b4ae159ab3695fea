package dev.curfew.wire;

import dev.curfew.wire.extauthz.ExternalAuth;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Holds our declarations against the facts of Envoy's external authorization. */
class ExtAuthzApiFactsTest {
    @Test
    void everythingWeDeclareIsAFact() {
        new ApiFacts("/wire/ext-authz.tsv", List.of(ExternalAuth.getDescriptor()))
                .everythingDeclaredIsAFact();
    }
}
