package ru.smolensk.mentoring.duty;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import ru.smolensk.mentoring.document.StoredFile;
import ru.smolensk.mentoring.document.Upload;
import ru.smolensk.mentoring.platform.PaperNumber;
import ru.smolensk.mentoring.platform.Russian;
import ru.smolensk.mentoring.platform.Typed;
import ru.smolensk.mentoring.platform.TypedDate;

/** The form of an association, as it was typed. An organisation chooses its order, the city types it. */
record AssociationForm(
        Integer version,
        @NotNull(message = "Введите название объединения") @Size(max = 300, message = "Название не длиннее 300 знаков") String name,
        @Size(max = 300, message = "Не длиннее 300 знаков") String head,
        Long orderActId,
        @Size(max = 50, message = "Номер не длиннее 50 знаков") @PaperNumber String orderNumber,
        @TypedDate String orderDatedOn,
        Upload orderFile,
        @Size(max = 4000, message = "План не длиннее 4000 знаков; длинный приложите файлом") String plan,
        Upload planFile) {

    static AssociationForm of(MentorAssociation association, StoredFile orderFile, StoredFile planFile) {
        return new AssociationForm(association.version(), association.title(), association.head(), association.orderActId(),
                association.orderNumber(),
                new Russian().date(association.orderDatedOn()), Upload.of(orderFile), association.plan(), Upload.of(planFile));
    }

    Associations.Description toCommand() {
        return new Associations.Description(name, head, orderActId, orderNumber, Typed.date(orderDatedOn), Upload.id(orderFile), plan,
                Upload.id(planFile));
    }

    /** The form of a meeting. */
    record OfMeeting(
            Integer version,
            @NotNull(message = "Введите дату заседания") @TypedDate String heldOn,
            @NotNull(message = "Введите тему") @Size(max = 500, message = "Тема не длиннее 500 знаков") String topic,
            @Size(max = 4000, message = "Решения не длиннее 4000 знаков; остальное – в протоколе") String decisions,
            @Size(max = 50, message = "Номер не длиннее 50 знаков") @PaperNumber String protocolNumber,
            Upload file) {

        static OfMeeting of(AssociationMeeting meeting, StoredFile file) {
            return new OfMeeting(meeting.version(), new Russian().date(meeting.heldOn()), meeting.topic(), meeting.decisions(),
                    meeting.protocolNumber(), Upload.of(file));
        }

        Associations.Meeting toCommand() {
            return new Associations.Meeting(Typed.date(heldOn), topic, decisions, protocolNumber, Upload.id(file));
        }
    }

    /** The form of a new member. */
    record Joining(@NotNull(message = "Выберите наставника") String mentor, @NotNull(message = "Введите дату") @TypedDate String joinedOn) {
    }

    /** The form of a member who leaves. */
    record Leaving(@NotNull(message = "Введите последний день") @TypedDate String leftOn) {
    }
}
