package dev.curfew.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Descriptors.FileDescriptor;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Holds our declarations of an interface against the facts of it, name by name and number by
 * number.
 */
final class ApiFacts {
    private final Set<String> facts;
    private final Set<String> ours;

    /**
     * @param resource the rows, one for each call, field and enum value
     */
    ApiFacts(String resource, List<FileDescriptor> declared) {
        facts = read(resource);
        ours = DeclaredApi.lines(declared);
    }

    void everythingDeclaredIsAFact() {
        assertThat(ours).isNotEmpty().isSubsetOf(facts);
    }

    /**
     * @param kind {@code field} for messages, {@code enum} for enums
     */
    void everythingDeclaredIsWhole(String kind) {
        Set<String> declared = owners(ours, kind);
        assertThat(
                        facts.stream()
                                .filter(line -> line.startsWith(kind + "\t"))
                                .filter(line -> declared.contains(column(line, 1))))
                .isSubsetOf(ours);
    }

    void onlyTheseMethodsAreLeftOut(Set<String> expected) {
        Set<String> missing = new TreeSet<>(owners(facts, "rpc"));
        missing.removeAll(owners(ours, "rpc"));
        assertThat(missing).containsExactlyInAnyOrderElementsOf(expected);
    }

    private static Set<String> owners(Set<String> lines, String kind) {
        return lines.stream()
                .filter(line -> line.startsWith(kind + "\t"))
                .map(line -> column(line, 1))
                .collect(Collectors.toSet());
    }

    private static String column(String line, int index) {
        return line.split("\t", -1)[index];
    }

    private static Set<String> read(String resource) {
        try (InputStream in = ApiFacts.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("the facts are not on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
