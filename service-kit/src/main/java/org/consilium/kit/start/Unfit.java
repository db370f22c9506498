package org.consilium.kit.start;

/** A service is not set up rightly and does not start. Its message is one line without values. */
public final class Unfit extends RuntimeException {

    private final StartRule rule;

    /**
     * @param settings whose names to look at
     * @param found what is wrong with them; never a value, which may be a secret
     */
    public Unfit(StartRule rule, String settings, String found) {
        super("%s: %s. The rule: %s.".formatted(settings, found, rule.sentence()));
        this.rule = rule;
    }

    StartRule rule() {
        return rule;
    }
}
