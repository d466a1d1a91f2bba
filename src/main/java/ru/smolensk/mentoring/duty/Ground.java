package ru.smolensk.mentoring.duty;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.stream.Collectors;
import ru.smolensk.mentoring.document.ActKind;
import ru.smolensk.mentoring.platform.Russian;

/** Why a duty stands as it does: the reasons of {@code duty_standing} in words, and where the curator goes on from there. */
enum Ground {
    CURATOR_APPOINTED("{named}, с {since}"),
    CURATOR_COMING("куратор назначен с {since}"),
    CURATOR_GONE("последнее назначение завершилось {since}, нового куратора нет"),
    NO_CURATOR("куратора ещё не назначали"),
    EDITION_DRAFT("черновик ещё не отправлен методическому отделу", "/workspace/reviews/{edition}", "Открыть"),
    EDITION_SUBMITTED("на рассмотрении методического отдела с {since}", "/workspace/reviews/{edition}", "Открыть"),
    EDITION_RETURNED("методический отдел вернул {since} с замечаниями", "/workspace/reviews/{edition}", "Ответить"),
    EDITION_WITHDRAWN("отозвано {since}, чтобы доработать", "/workspace/reviews/{edition}", "Открыть"),
    EDITION_APPROVED("одобрено методическим отделом {since}", "/workspace/reviews/{edition}", "Открыть"),
    NOT_REVIEWED("документ от {since} приложен, но экспертизу не проходил", "/workspace/reviews", "На рассмотрение"),
    NO_DOCUMENT("документа ещё нет", "/workspace/documents/new?kind={duty}", "Приложить"),
    ROADMAP_HANDED_IN("отправлена на согласование {since}", "/workspace/roadmap", "Открыть"),
    ROADMAP_AS_DOCUMENT("приложена документом от {since}, на согласование не отправлена", "/workspace/roadmap", "К дорожной карте"),
    NO_ROADMAP("на этот учебный год ещё не начата", "/workspace/roadmap", "Составить"),
    ROADMAP_NOT_HANDED_IN("дорожная карта ещё не отправлена", "/workspace/roadmap", "К дорожной карте"),
    ACTS_THERE("все три приказа приложены, последний – от {since}"),
    ACTS_MISSING("не приложено: {acts}", "/workspace/documents/new?kind={first}", "Приложить"),
    ASSOCIATION_THERE("создано приказом от {since}, наставников – {named}", "/workspace/association", "Открыть"),
    NO_ASSOCIATION("нет ни приказа, ни объединения", "/workspace/documents/new?kind=ASSOCIATION_ORDER", "Приложить приказ"),
    ASSOCIATION_NOT_ENTERED("приказ от {since} приложен, само объединение не внесено", "/workspace/association", "Внести"),
    ASSOCIATION_WITHOUT_ORDER("объединение внесено без приказа о создании", "/workspace/association", "Указать приказ"),
    ASSOCIATION_WITHOUT_MEMBERS("в объединении нет ни одного наставника", "/workspace/association", "Добавить"),
    NOBODY("наставники и наставляемые ещё не внесены", "/workspace/mentors/new", "Внести"),
    NO_MENTORS("наставники ещё не внесены", "/workspace/mentors/new", "Внести"),
    NO_MENTEES("наставляемые ещё не внесены", "/workspace/mentees/new", "Внести"),
    NOT_CONFIRMED("базы заполнены, но данные в этом учебном году не подтверждены", "/workspace/confirmation", "Проверить"),
    CONFIRMED("данные подтверждены {since}", "/workspace/confirmation", "Открыть"),
    SECTION_PUBLISHED("впервые опубликован {since}", "/workspace/section", "Открыть"),
    SECTION_NOT_PUBLISHED("данные внесены, но раздел ещё не опубликован", "/workspace/section", "К публикации"),
    NOTHING_TO_PUBLISH("в разделе пока нечего показать", "/workspace/section", "К публикации"),
    NO_SECTION("раздел ещё не опубликован", "/workspace/section", "К публикации"),
    ROWS_MISSING("в опубликованном разделе пустые строки формы: {rows}", "/workspace/section", "К разделу"),
    SECTION_STALE("раздел не обновлялся больше года, с {since}", "/workspace/section", "К публикации"),
    SECTION_FULL("заполнены все строки формы, обновлён {since}", "/workspace/section", "Открыть");

    private final String sentence;
    private final String address;
    private final String action;

    /** Something that the curator can do nothing about. */
    Ground(String sentence) {
        this(sentence, "/workspace/documents", "К документам");
    }

    Ground(String sentence, String address, String action) {
        this.sentence = sentence;
        this.address = address;
        this.action = action;
    }

    /** The sentence, without a full stop. */
    String sentence(String named, LocalDate since) {
        return sentence.replace("{since}", new Russian().date(since)).replace("{acts}", acts(named))
                .replace("{rows}", named == null ? "" : named.replace(",", ", ")).replace("{named}", named == null ? "" : named);
    }

    /** Where the curator goes on. */
    String address(Duty duty, String named, Long edition) {
        if ((duty == Duty.ROADMAP || duty == Duty.ROADMAP_APPROVED) && (this == EDITION_DRAFT || this == EDITION_WITHDRAWN)) {
            return "/workspace/roadmap";
        }
        return address.replace("{duty}", duty.name()).replace("{edition}", String.valueOf(edition))
                .replace("{first}", named == null ? "" : named.split(",")[0]);
    }

    /** The words of the button that leads there. */
    String action() {
        return action;
    }

    private static String acts(String kinds) {
        return kinds == null || !kinds.matches("[A-Z_,]+") ? "" : Arrays.stream(kinds.split(","))
                .map(kind -> ActKind.valueOf(kind).label()).map(label -> Character.toLowerCase(label.charAt(0)) + label.substring(1))
                .collect(Collectors.joining(", "));
    }
}
