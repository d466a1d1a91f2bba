package ru.smolensk.mentoring.cityregister;

import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What was typed into the search field of a register, word by word. Search forgives: the order of words, «ё» and «е», case, the form of a
 * word (full text in Russian), and, for a word that nothing contains, a typing error (trigrams). A word that is found as it stands is never
 * taken for a mistyped other one. A number stands at the beginning of a number («№ 5» is not № 35) and is never a mistyped one; a single
 * letter stands at the beginning of a word. A letter with a full stop is an initial of whomever another word names («Орлова А. В.»); what
 * nobody has is left out.
 */
record Search(List<String> words) {

    /** ◆ How alike a mistyped word must be: one letter in six wrong is still alike, another surname as a rule is not. */
    static final double ALIKE = 0.45;
    /** What is suggested when nothing is found may be less alike. */
    static final double NEAR = 0.3;
    /** Shorter words are too like each other. */
    static final int SHORTEST_MISTYPED = 4;

    private static final int MOST = 6;
    private static final int LONGEST = 60;
    /** «СШ №33» and «сш33» are two words, «А.В.» are two initials; a login («curator2») is one word. */
    private static final Pattern WORD =
            Pattern.compile("(?<![\\p{L}\\p{N}])\\p{L}\\.|\\p{IsCyrillic}+|[\\p{L}\\p{N}&&[^\\p{IsCyrillic}]]+");
    private static final String LATIN_KEYS = "qwertyuiop[]asdfghjkl;'zxcvbnm,.`";
    private static final String RUSSIAN_KEYS = "йцукенгшщзхъфывапролджэячсмитьбюё";

    static Search typed(String q) {
        return new Search(q == null ? List.of() : WORD.matcher(q.toLowerCase(Locale.ROOT).replace('ё', 'е')).results()
                .map(MatchResult::group).map(word -> word.substring(0, Math.min(LONGEST, word.length()))).distinct().limit(MOST).toList());
    }

    /** What the same keys write in Russian: somebody has forgotten to change the keyboard; {@code null} for what was written in Russian. */
    static String otherKeyboard(String q) {
        String typed = q == null ? "" : q.toLowerCase(Locale.ROOT);
        if (typed.chars().noneMatch(key -> key >= 'a' && key <= 'z') || typed.chars().anyMatch(key -> RUSSIAN_KEYS.indexOf(key) >= 0)) {
            return null;
        }
        StringBuilder meant = new StringBuilder();
        typed.chars().forEach(key -> meant.append(LATIN_KEYS.indexOf(key) < 0 ? (char) key : RUSSIAN_KEYS.charAt(LATIN_KEYS.indexOf(key))));
        return meant.toString();
    }

    boolean narrows() {
        return !words.isEmpty();
    }

    String[] array() {
        return words.toArray(String[]::new);
    }

    /**
     * The beginning of a statement, after which {@code found} has the rows that hold every word, with a {@code rank}: the beginning of a
     * word stands above its middle, both above a form of it, and that above a mistyped one. Words that say nothing («и», «по») are left
     * out, unless there is no other.
     *
     * @param texts selects {@code organisation_id, id, text}
     * @param stems selects {@code organisation_id, id, stems}, a {@code tsvector}
     */
    static String found(String texts, String stems) {
        return """
                with typed as (
                  select n, rtrim(word, '.') as word, word like '%%.' as initial,
                         word like '%%.' or numnode(plainto_tsquery('russian', word)) > 0 as telling
                    from unnest(cast(:words as text[])) with ordinality as a (word, n)
                ), asked as (
                  select n, word, initial, letters(word) as letters, to_tsquery('russian', word || ':*') as query,
                         case when word ~ '^[0-9]+$' then '(^|[^0-9])' || word when char_length(word) = 1 then '(^|[^0-9a-zа-я])' || word
                              else word end as pattern
                    from typed where telling or not exists (select from typed where telling)
                ), exact as materialized (
                  select a.n, t.organisation_id, t.id,
                         case when ' ' || letters(t.text) like '%% ' || a.letters || '%%' then 3.0 else 2.0 end as rank
                    from asked a join (%1$s) t on letters(t.text) like '%%' || a.letters || '%%' and searchable(t.text) ~ a.pattern
                          and (not a.initial or not exists (select from asked where not initial)
                               or exists (select from asked b where not b.initial and searchable(t.text) ~ b.pattern))
                  union all
                  select a.n, s.organisation_id, s.id, 1.0 from asked a join (%2$s) s on s.stems @@ a.query where not a.initial
                ), mistyped as materialized (
                  select n, word, letters from asked a
                   where char_length(word) >= %3$d and word !~ '^[0-9]+$' and not exists (select from exact e where e.n = a.n)
                ), alike as (
                  select m.n, t.organisation_id, t.id, word_similarity(m.letters, letters(t.text)) as rank
                    from mistyped m join (%1$s) t on word_similarity(m.letters, letters(t.text)) >= %4$s
                ), found as (
                  select organisation_id, id, sum(rank) as rank
                    from (select n, organisation_id, id, max(rank) as rank
                            from (select * from exact union all select * from alike) every group by n, organisation_id, id) best
                   group by organisation_id, id having count(*) = (
                     select count(*) from asked a where not a.initial or exists (select from exact e where e.n = a.n))
                )
                """.formatted(texts, stems, SHORTEST_MISTYPED, ALIKE);
    }

    /** Words of the register that are near the typed ones, the nearest first: offered when nothing is found. */
    static String near(String texts) {
        return """
                with texts as materialized (
                  select distinct text from (%s) t where text is not null
                ), said as materialized (
                  select word, letters(word) as letters, count(*) as times
                    from texts cross join lateral
                        string_to_table(translate(searchable(text), '«»"(),.;:–—/№' || chr(10), '             '), ' ') as w (word)
                   where char_length(word) >= %d group by word
                )
                select w.word from said w join (select letters(word) as letters from unnest(cast(:words as text[])) as a (word)) a
                    on similarity(w.letters, a.letters) >= %s
                 group by w.word order by max(similarity(w.letters, a.letters)) desc, max(w.times) desc, w.word limit 4
                """.formatted(texts, SHORTEST_MISTYPED, NEAR);
    }
}
