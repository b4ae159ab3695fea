/** Envoy's external authorization, as a probe: would the gateway let this request through now? */
@NullMarked
package dev.curfew.policy.extauthz;

import org.jspecify.annotations.NullMarked;
