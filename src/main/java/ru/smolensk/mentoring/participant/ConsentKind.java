package ru.smolensk.mentoring.participant;

import ru.smolensk.mentoring.platform.Labelled;

/** Two consents, each given and withdrawn on its own (152-FZ art. 9 and 10.1). */
public enum ConsentKind implements Labelled {
    PROCESSING("на обработку персональных данных", "Без него сведения о человеке хранить нельзя"),
    DISTRIBUTION("на распространение персональных данных", "С ним имя может стоять на открытых страницах");

    private final String label;
    private final String meaning;

    ConsentKind(String label, String meaning) {
        this.label = label;
        this.meaning = meaning;
    }

    @Override
    public String label() {
        return label;
    }

    /** What the consent is needed for, in one sentence. */
    public String meaning() {
        return meaning;
    }
}
