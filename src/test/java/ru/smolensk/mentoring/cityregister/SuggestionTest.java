package ru.smolensk.mentoring.cityregister;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import ru.smolensk.mentoring.organisation.OrganisationKind;
import ru.smolensk.mentoring.platform.PersonName;

/** In which order mentors are suggested, and with what words. */
class SuggestionTest {

    @Test
    void whoCanDoMostOfWhatIsAskedComesFirstEvenFromAnotherOrganisation() {
        assertThat(ordered(mentor("Своя", true, true, 1, null, 0, 0), mentor("Умелая", false, false, 2, null, 2, 0)))
                .containsExactly("Умелая", "Своя");
    }

    @Test
    void ofTheEquallyAbleTheOwnOrganisationThenThePositionThenTheKindComeFirst() {
        assertThat(ordered(mentor("Чужая", false, false, 1, null, 0, 9), mentor("Ровня", false, true, 1, null, 0, 0),
                mentor("Коллега", false, false, 1, "учитель физики", 0, 0), mentor("Своя", true, true, 1, null, 2, 0)))
                .containsExactly("Своя", "Коллега", "Ровня", "Чужая");
    }

    @Test
    void ofTheRestWhoeverIsFreerAndThenWhoeverHasHelpedMore() {
        assertThat(ordered(mentor("Занятая", true, true, 1, null, 2, 9), mentor("Новая", true, true, 1, null, 0, 0),
                mentor("Бывалая", true, true, 1, null, 0, 4)))
                .containsExactly("Бывалая", "Новая", "Занятая");
    }

    @Test
    void whoeverLeadsThreeIsNotSuggestedNorWhoeverHasNothingInCommon() {
        assertThat(mentor("Занятая", true, true, 5, null, Suggestion.AT_ONCE, 0).reasonable()).isFalse();
        assertThat(mentor("Чужая", false, true, 0, null, 0, 5).reasonable()).isFalse();
        assertThat(mentor("Своя", true, true, 0, null, 0, 0).reasonable()).isTrue();
        assertThat(mentor("Коллега", false, false, 0, "учитель физики", 0, 0).reasonable()).isTrue();
    }

    @Test
    void theReasonsAreSentencesForPeople() {
        assertThat(mentor("Своя", true, true, 1, "учитель физики", 1, 2).reasons())
                .containsExactly("компетенция «рефлексия» отвечает запросу",
                "та же организация", "та же должность: учитель физики", "сейчас ведёт пар и групп: 1", "выполнено запросов: 2",
                "время: по вторникам");
        assertThat(mentor("Чужая", false, true, 1, null, 0, 0).reasons()).contains("тоже школа", "сейчас никого не ведёт");
    }

    @Test
    void withoutTheNameNothingTellsWhoItIs() {
        Suggestion hidden = mentor("Чужая", false, true, 1, "директор", 1, 2).withoutName();
        assertThat(hidden.name()).isNull();
        assertThat(hidden.address()).isNull();
        assertThat(hidden.reasons()).containsExactly("компетенция «рефлексия» отвечает запросу", "тоже школа");
        assertThat(mentor("Открытая", false, true, 1, null, 1, 2).asEverybodyReads(List.of("пение"), 1, null).reasons())
                .containsExactly("компетенция «пение» отвечает запросу", "тоже школа");
    }

    private static List<String> ordered(Suggestion... all) {
        return Stream.of(all).sorted(Suggestion.ORDER).map(one -> one.name().lastName()).toList();
    }

    private static Suggestion mentor(String lastName, boolean own, boolean sameKind, int words, String position, int leads, int served) {
        return new Suggestion(new PersonName(lastName, "Анна", null), "/x", own ? "А" : "Б", own, OrganisationKind.GENERAL, sameKind,
                words == 0 ? List.of() : List.of("рефлексия"), words, position, leads, served, "по вторникам", true);
    }
}
