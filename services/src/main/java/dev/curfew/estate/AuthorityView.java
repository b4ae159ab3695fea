package dev.curfew.estate;

import dev.curfew.identity.AuthoritySlots;
import dev.curfew.identity.TrustBundle;
import dev.curfew.identity.TrustBundle.JwtAuthority;
import dev.curfew.identity.TrustBundle.X509Authority;
import java.util.List;
import java.util.Optional;

/**
 * The server's own bundle and the slots of this server instance; a slot that could not be read is
 * empty.
 */
public record AuthorityView(
        Optional<TrustBundle> bundle, Optional<AuthoritySlots> x509, Optional<AuthoritySlots> jwt) {
    public static final AuthorityView NONE =
            new AuthorityView(Optional.empty(), Optional.empty(), Optional.empty());

    public List<X509Authority> x509Authorities() {
        return bundle.map(TrustBundle::x509Authorities).orElse(List.of());
    }

    public List<JwtAuthority> jwtAuthorities() {
        return bundle.map(TrustBundle::jwtAuthorities).orElse(List.of());
    }
}
