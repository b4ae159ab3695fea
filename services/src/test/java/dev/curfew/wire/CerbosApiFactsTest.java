package dev.curfew.wire;

import dev.curfew.wire.cerbos.audit.Audit;
import dev.curfew.wire.cerbos.effect.EffectOuterClass;
import dev.curfew.wire.cerbos.engine.Engine;
import dev.curfew.wire.cerbos.policy.PolicyOuterClass;
import dev.curfew.wire.cerbos.request.Request;
import dev.curfew.wire.cerbos.response.Response;
import dev.curfew.wire.cerbos.svc.Svc;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Holds our declarations against the facts of Cerbos' API, of which we declare a small part. */
class CerbosApiFactsTest {
    private final ApiFacts api =
            new ApiFacts(
                    "/wire/cerbos.tsv",
                    List.of(
                            Audit.getDescriptor(),
                            EffectOuterClass.getDescriptor(),
                            Engine.getDescriptor(),
                            PolicyOuterClass.getDescriptor(),
                            Request.getDescriptor(),
                            Response.getDescriptor(),
                            Svc.getDescriptor()));

    @Test
    void everythingWeDeclareIsAFact() {
        api.everythingDeclaredIsAFact();
    }

    @Test
    void everyEnumWeDeclareIsWhole() {
        api.everythingDeclaredIsWhole("enum");
    }
}
