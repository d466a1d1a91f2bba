package ru.smolensk.mentoring.mentorship;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import ru.smolensk.mentoring.document.Disclosure;
import ru.smolensk.mentoring.document.Papers;
import ru.smolensk.mentoring.document.StoredFile;
import ru.smolensk.mentoring.document.Upload;
import ru.smolensk.mentoring.platform.CheckedForm;
import ru.smolensk.mentoring.platform.PaperNumber;
import ru.smolensk.mentoring.platform.Refusals;
import ru.smolensk.mentoring.platform.Russian;
import ru.smolensk.mentoring.platform.Typed;
import ru.smolensk.mentoring.platform.TypedDate;
import ru.smolensk.mentoring.platform.TypedName;

/** The form of an assignment order, as it was typed. */
public record OrderForm(
        Integer version,
        @NotBlank(message = "Введите номер приказа, как он напечатан")
        @Size(max = 50, message = "Номер не длиннее 50 знаков") @PaperNumber String number,
        @NotNull(message = "Введите дату приказа") @TypedDate String datedOn,
        @NotBlank(message = "Введите название приказа")
        @Size(max = 500, message = "Название не длиннее 500 знаков") @TypedName String title,
        Upload file,
        Disclosure disclosure,
        Upload publicFile) implements CheckedForm {

    /** What most such orders are called. */
    static final String USUAL_TITLE = "О закреплении наставнических пар и групп";

    /** Such an order names people, so nobody but the organisation sees it until the curator says otherwise. */
    public static final Disclosure USUAL_DISCLOSURE = Disclosure.WITHHELD;

    static OrderForm blank() {
        return new OrderForm(null, null, null, USUAL_TITLE, null, USUAL_DISCLOSURE, null);
    }

    static OrderForm of(AssignmentOrder order, StoredFile file, StoredFile publicFile) {
        return new OrderForm(order.version(), order.number(), new Russian().date(order.datedOn()), order.name(), Upload.of(file),
                order.paper().disclosure(), Upload.of(publicFile));
    }

    @Override
    public void check(Refusals wrong, LocalDate today) {
        Papers.check(wrong, disclosure, publicFile);
        AssignmentOrder.checkDate(wrong, Typed.dateIfAny(datedOn), today);
    }

    public AssignmentOrders.Text toCommand() {
        return new AssignmentOrders.Text(number, Typed.date(datedOn), title, Papers.Said.of(file, disclosure, publicFile));
    }
}
