package ru.smolensk.mentoring.opendata;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import ru.smolensk.mentoring.platform.PortalAddress;
import ru.smolensk.mentoring.roadmap.MeasureState;
import ru.smolensk.mentoring.roadmap.MunicipalRoadmap;

/** The municipal roadmap (приложение 2 of the order) as the open data give it. */
@Schema(name = "Roadmap", description = "Дорожная карта города (приложение № 2 к приказу № 475) с отметками о выполнении")
record RoadmapData(
        String title,
        @Schema(description = "Сколько мероприятий выполнено") int done,
        @Schema(description = "Сколько мероприятий всего") int total,
        @Schema(description = "Мероприятия по порядку") List<MeasureData> measures) {

    /** A measure. */
    @Schema(name = "Measure", description = "Мероприятие дорожной карты")
    record MeasureData(
            @Schema(description = "Раздел дорожной карты") String section,
            @Schema(description = "Номер строки", example = "2.6") String number,
            @Schema(description = "Мероприятие") String measure,
            @Schema(description = "Срок словами приказа", nullable = true) String term,
            @Schema(description = "Исполнители", nullable = true) String executor,
            @Schema(description = "Ожидаемый результат", nullable = true) String result,
            @Schema(description = "UNMARKED – отметки нет, IN_WORK – выполняется, DONE – выполнено, NOT_DONE – не выполнено") MeasureState state,
            @Schema(description = "Когда выполнено", nullable = true) LocalDate doneOn,
            @Schema(description = "Кто отвечает: должность или отдел", nullable = true) String responsible,
            @Schema(description = "Пояснение", nullable = true) String note,
            @Schema(description = "Подтверждение: ссылка или файл", nullable = true) String url) {
    }

    static RoadmapData of(MunicipalRoadmap.Plan plan, PortalAddress address) {
        return new RoadmapData(MunicipalRoadmap.TITLE, plan.progress().done(), plan.progress().all(), plan.parts().stream()
                .flatMap(part -> part.rows().stream().map(row -> new MeasureData(part.number() + " " + part.title(), row.number(), row.measure(),
                        row.termText(), row.executor(), row.result(), row.state(), row.doneOn(), row.responsible(), row.note(),
                        row.fileId() == null ? row.link() : address.of("/acts/files/" + row.fileId())))).toList());
    }
}
