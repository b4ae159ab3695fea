package dev.curfew.delegation.check;

import java.util.List;
import java.util.Map;

/**
 * Where frameworks speak of what a check finds; our own choice, as no framework names the check.
 *
 * @param asi OWASP Top 10 for Agentic Applications, 2026
 * @param nhi OWASP Non-Human Identities Top 10, 2025; may be empty
 * @param tenets of NIST SP 800-207
 * @param maestro layers
 * @param aiRmf subcategories of NIST AI RMF 1.0
 */
public record Frameworks(
        List<String> asi,
        List<String> nhi,
        List<String> tenets,
        List<String> maestro,
        List<String> aiRmf) {
    /** OWASP's own table from NHI to ASI, in appendix C of the Agentic Top 10. */
    private static final Map<String, List<String>> OWASP_CROSSWALK =
            Map.of(
                    "NHI1", List.of("ASI04"),
                    "NHI2", List.of("ASI02", "ASI06"),
                    "NHI3", List.of("ASI04", "ASI03"),
                    "NHI4", List.of("ASI03", "ASI07"),
                    "NHI5", List.of("ASI02", "ASI03"),
                    "NHI6", List.of("ASI04", "ASI05"),
                    "NHI7", List.of("ASI06", "ASI08"),
                    "NHI8", List.of("ASI08", "ASI07"),
                    "NHI9", List.of("ASI08", "ASI04"),
                    "NHI10", List.of("ASI09", "ASI01"));

    static Frameworks of(String asi, String nhi, String tenets, String maestro, String aiRmf) {
        return new Frameworks(list(asi), list(nhi), list(tenets), list(maestro), list(aiRmf));
    }

    private static List<String> list(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split(", "));
    }

    /** What OWASP itself says belongs to these NHI numbers; not always what we chose. */
    public List<String> asiByOwasp() {
        return nhi.stream()
                .flatMap(one -> OWASP_CROSSWALK.getOrDefault(one, List.of()).stream())
                .distinct()
                .sorted()
                .toList();
    }
}
