package dev.curfew.estate;

import dev.curfew.policy.PolicyCapability;
import dev.curfew.policy.PolicyProfile;
import dev.curfew.policy.PolicyWarning;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Everything known of one policy backend. Immutable; a newer one replaces it.
 *
 * @param capabilities what it can do; empty until it was reached
 * @param warnings what is dangerous about how it is set up
 * @param version as it told when it answered last; empty: it does not tell
 */
public record BackendEstate(
        PolicyProfile profile,
        Link link,
        Set<PolicyCapability> capabilities,
        List<PolicyWarning> warnings,
        Reading<GrantView> grants,
        Optional<String> version) {

    /** One that does not tell its version. */
    public BackendEstate(
            PolicyProfile profile,
            Link link,
            Set<PolicyCapability> capabilities,
            List<PolicyWarning> warnings,
            Reading<GrantView> grants) {
        this(profile, link, capabilities, warnings, grants, Optional.empty());
    }

    public BackendEstate {
        capabilities = Set.copyOf(capabilities);
        warnings = List.copyOf(warnings);
    }

    public static BackendEstate unknown(PolicyProfile profile) {
        return new BackendEstate(
                profile, new Link.Connecting(), Set.of(), List.of(), Reading.never(GrantView.NONE));
    }

    public String name() {
        return profile.name();
    }

    public boolean can(PolicyCapability capability) {
        return capabilities.contains(capability);
    }

    /** It has a lever: something of it can be tightened, ended or denied. */
    public boolean canBeChanged() {
        return can(PolicyCapability.TIGHTEN)
                || can(PolicyCapability.END)
                || can(PolicyCapability.QUARANTINE);
    }

    BackendEstate with(Link changed) {
        return new BackendEstate(profile, changed, capabilities, warnings, grants, version);
    }

    BackendEstate found(Set<PolicyCapability> can, List<PolicyWarning> dangerous) {
        return new BackendEstate(profile, link, can, dangerous, grants, version);
    }

    BackendEstate with(Reading<GrantView> read) {
        return new BackendEstate(profile, link, capabilities, warnings, read, version);
    }

    BackendEstate answered(Link.Up up, Optional<String> told) {
        return new BackendEstate(profile, up, capabilities, warnings, grants, told);
    }
}
