package ru.smolensk.mentoring.opendata;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import ru.smolensk.mentoring.platform.PortalAddress;
import ru.smolensk.mentoring.register.PublicMentors.PublicMentor;

/** A mentor of the register as the open data give them: only who has consented to distribution, as long as that holds. */
@Schema(name = "Mentor", description = "Наставник реестра. Имя дано с письменного согласия на распространение (152-ФЗ, статья 10.1); когда его отзывают, "
        + "строка исчезает, и хранить её копию больше нельзя")
record MentorData(
        @Schema(description = "Фамилия, имя, отчество") String name,
        SectionData.OrganisationData organisation,
        @Schema(description = "Должность", nullable = true) String position,
        @Schema(description = "Место работы, если это не сама организация", nullable = true) String employer,
        @Schema(description = "Квалификационная категория", nullable = true) String category,
        @Schema(description = "Педагогический стаж, полных лет", nullable = true) Integer teachingExperience,
        @Schema(description = "Компетенции") List<String> competences,
        @Schema(description = "Достижения", nullable = true) String achievements,
        @Schema(description = "Сколько пар и групп вёл и ведёт") int mentorships,
        @Schema(description = "С какого дня – наставник", nullable = true) LocalDate mentorSince,
        @Schema(description = "Когда включён в реестр") LocalDate includedOn,
        @Schema(description = "Чем принято решение") String basis,
        @Schema(description = "За что включён, словами методического отдела") String words,
        @Schema(description = "Карточка на портале") String url) {

    /** A page of the register. */
    @Schema(name = "MentorList", description = "Страница реестра наставников")
    record ListData(
            @Schema(description = "Номер страницы, с 1") int page,
            @Schema(description = "Сколько строк на странице") int size,
            @Schema(description = "Сколько строк всего") long total,
            @Schema(description = "Сколько страниц всего") long pages,
            @Schema(description = "Наставники по порядку фамилий") List<MentorData> items) {
    }

    static MentorData of(PublicMentor one, PortalAddress address) {
        return new MentorData(one.name().full(), new SectionData.OrganisationData(one.slug(), one.shortName(), one.kind()), one.position(),
                one.employer(), one.category(), one.experience(), one.competenceList(), one.achievements(), one.pairs(), one.since(),
                one.includedOn(), one.basis(), one.words(), address.of("/mentors/" + one.id()));
    }
}
