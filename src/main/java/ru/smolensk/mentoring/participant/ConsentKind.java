package ru.smolensk.mentoring.participant;

import ru.smolensk.mentoring.platform.Labelled;

/** Two consents, each given and withdrawn on its own (152-FZ art. 9 and 10.1). */
public enum ConsentKind implements Labelled {
    PROCESSING("на обработку персональных данных", "Без него сведения о человеке хранить нельзя",
            "Отзыв согласия отмечен"),
    DISTRIBUTION("на распространение персональных данных", "С ним имя может стоять на открытых страницах",
            "Отзыв согласия отмечен. Показывать это имя больше нельзя: ниже названо, что проверить, если такие документы есть");

    private final String label;
    private final String meaning;
    private final String afterWithdrawal;

    ConsentKind(String label, String meaning, String afterWithdrawal) {
        this.label = label;
        this.meaning = meaning;
        this.afterWithdrawal = afterWithdrawal;
    }

    @Override
    public String label() {
        return label;
    }

    /** What the consent is needed for, in one sentence. */
    public String meaning() {
        return meaning;
    }

    /** What the curator is told once it is withdrawn. */
    String afterWithdrawal() {
        return afterWithdrawal;
    }
}
