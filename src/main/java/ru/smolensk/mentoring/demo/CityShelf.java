package ru.smolensk.mentoring.demo;

import java.time.LocalDate;
import java.util.List;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import ru.smolensk.mentoring.demo.Sheet.Format;
import ru.smolensk.mentoring.document.Files;
import ru.smolensk.mentoring.document.LegalActs;
import ru.smolensk.mentoring.document.LegalLevel;

/** The legal acts of the three levels that the order cites, as the methodologist keeps them for all organisations (block 1). */
@Component
@Profile("demo")
class CityShelf {

    private static final String DEPARTMENT = "Управление образования и молодёжной политики Администрации города Смоленска";
    private static final String MINISTRY = "Министерство просвещения Российской Федерации";

    private final LegalActs acts;
    private final Files files;

    CityShelf(LegalActs acts, Files files) {
        this.acts = acts;
        this.files = files;
    }

    void fill() {
        linked("Государственная Дума", "197-ФЗ", LocalDate.of(2001, 12, 30),
                "Трудовой кодекс Российской Федерации, статья 351.8 «Особенности регулирования труда работников, выполняющих работу по наставничеству»",
                "http://pravo.gov.ru");
        linked("Президент Российской Федерации", "94", LocalDate.of(2018, 3, 2), "Указ «Об учреждении знака отличия «За наставничество»",
                "http://pravo.gov.ru");
        linked("Правительство Российской Федерации", "3273-р", LocalDate.of(2019, 12, 31), "Распоряжение «Об утверждении основных принципов национальной "
                + "системы профессионального роста педагогических работников Российской Федерации, включая национальную систему учительского роста»",
                "http://pravo.gov.ru");
        linked(MINISTRY, "МР-42/02", LocalDate.of(2020, 1, 23), "Письмо о направлении целевой модели наставничества и методических рекомендаций",
                "https://edu.gov.ru");
        linked(MINISTRY, "400", LocalDate.of(2021, 7, 1), "Приказ «О ведомственных наградах Министерства просвещения Российской Федерации»",
                "https://edu.gov.ru");
        linked(MINISTRY, "АК-372/08", LocalDate.of(2022, 3, 1), "Письмо о методических рекомендациях по разработке и внедрению системы (целевой модели) "
                + "наставничества педагогических работников в образовательных организациях", "https://edu.gov.ru");
        filed(LegalLevel.REGIONAL, "Департамент Смоленской области по образованию и науке", "603-ОД", LocalDate.of(2021, 6, 25), "Об утверждении Концепции "
                + "«Система обеспечения профессионального развития педагогических работников Смоленской области»",
                List.of("1. Утвердить Концепцию.", "2. Рекомендовать органам управления образованием разработать муниципальные концепции."));
        filed(LegalLevel.MUNICIPAL, DEPARTMENT, "215", LocalDate.of(2021, 7, 23), "Об утверждении Концепции «Система обеспечения профессионального развития "
                + "педагогических работников города Смоленска»", List.of("1. Утвердить Концепцию.", "2. Руководителям организаций обеспечить её выполнение."));
        filed(LegalLevel.MUNICIPAL, DEPARTMENT, "475", LocalDate.of(2021, 12, 30), "Об утверждении Положения о системе наставничества педагогических "
                + "работников образовательных организаций города Смоленска", List.of(
                "1. Утвердить Положение о системе наставничества (приложение № 1) и план мероприятий (дорожную карту) её внедрения (приложение № 2).",
                "2. Определить муниципальным координатором методический отдел.",
                "4. Руководителям организаций: назначить куратора; разработать положение, дорожную карту и программу наставничества; "
                + "создать методическое объединение наставников; сформировать базы наставников и наставляемых; "
                + "открыть на сайте раздел «Наставничество» и заполнить его по форме (приложение № 3)."));
    }

    private void linked(String issuer, String number, LocalDate date, String title, String link) {
        acts.enter(new LegalActs.Description(LegalLevel.FEDERAL, issuer, number, date, title, null, link));
    }

    private void filed(LegalLevel level, String issuer, String number, LocalDate date, String title, List<String> text) {
        Sheet sheet = new Sheet(Format.PDF, "Приказ " + number, issuer, "ПРИКАЗ", number, date, title, text, null);
        long file = sheet.keep(files, null);
        acts.enter(new LegalActs.Description(level, issuer, number, date, title, file, null));
    }
}
