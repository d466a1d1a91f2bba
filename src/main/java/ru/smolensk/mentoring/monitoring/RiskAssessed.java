package ru.smolensk.mentoring.monitoring;

import ru.smolensk.mentoring.platform.Refusal;

/**
 * What a report says of one risk.
 *
 * @param likelihood {@code null} while it is not assessed
 * @param impact {@code null} while it is not assessed
 * @param measure against it; {@code null} if none is named
 */
public record RiskAssessed(Risk risk, Level likelihood, Level impact, String measure) {

    /** @throws Refusal for a grave risk without a measure */
    public RiskAssessed {
        Refusal.when(likelihood == Level.HIGH && impact == Level.HIGH && measure == null, "risks[" + risk.ordinal() + "].measure",
                "Вероятность и влияние высокие: напишите, что вы делаете с этим риском");
    }

    /** Whether both sides of it are known. */
    public boolean assessed() {
        return likelihood != null && impact != null;
    }

    boolean empty() {
        return likelihood == null && impact == null && measure == null;
    }

    /** ◆ How grave it is: 1 to 9, the product of both sides. */
    public int weight() {
        return assessed() ? (likelihood.ordinal() + 1) * (impact.ordinal() + 1) : 0;
    }

    /** ◆ The class of its tag: grave from 6 on, to be watched from 3 on. */
    public String tone() {
        return weight() >= 6 ? "bad" : weight() >= 3 ? "warn" : weight() > 0 ? "good" : "";
    }

    /** «вероятность высокая, влияние среднее». */
    public String words() {
        return (likelihood == null ? "" : "вероятность " + likelihood.label()) + (assessed() ? ", " : "")
                + (impact == null ? "" : "влияние " + impact.neuter());
    }
}
