package dev.curfew.views.query;

import dev.curfew.query.Parsed;
import dev.curfew.query.QueryLanguage;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** What a field needs to know of a query language, asked of the newest one each time. */
public final class LanguageHelp implements QueryHelp {
    private final Supplier<QueryLanguage> language;

    public LanguageHelp(Supplier<QueryLanguage> language) {
        this.language = language;
    }

    @Override
    public List<Completion> completionsAt(String text, int caret) {
        return language.get().complete(text, caret).stream()
                .map(found ->
                        new Completion(
                                found.from(),
                                found.to(),
                                found.insert(),
                                found.insert(),
                                found.help()))
                .toList();
    }

    @Override
    public Optional<Problem> check(String text) {
        return language.get().parse(text) instanceof Parsed.Wrong wrong
                ? Optional.of(new Problem(wrong.from(), wrong.to(), wrong.message()))
                : Optional.empty();
    }
}
