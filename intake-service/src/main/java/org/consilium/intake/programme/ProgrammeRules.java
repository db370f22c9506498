package org.consilium.intake.programme;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.consilium.contracts.IntakeEvent;
import org.consilium.intake.consents.ConsentText;
import org.consilium.intake.consents.Purpose;
import org.consilium.intake.price.Price;
import org.consilium.intake.programme.Programme.Labelled;
import org.consilium.intake.programme.Programme.TurnedAway;
import org.consilium.intake.words.Texts;

/** What every programme file has to hold, beyond being readable. Collects faults in file order. */
final class ProgrammeRules {

    private static final Set<String> PURPOSES = Set.copyOf(Purpose.codes());

    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    private final Programme programme;
    private final List<Fault> faults = new ArrayList<>();

    /** {@code path} in the file, steps parted by slashes. */
    record Fault(String path, String reason) {
        @Override
        public String toString() {
            return path + ": " + reason;
        }
    }

    private ProgrammeRules(Programme programme) {
        this.programme = programme;
    }

    static List<Fault> faults(String file, Programme programme) {
        var rules = new ProgrammeRules(programme);
        rules.checkIdentity(file);
        if (rules.faults.isEmpty()) {
            rules.checkContent();
        }
        return rules.faults;
    }

    private void checkIdentity(String file) {
        var expected = programme.id() + "-" + programme.version() + ".yaml";
        require(file.equals(expected), "id", "the file must be called " + expected);
        for (var component : Programme.class.getRecordComponents()) {
            require(valueOf(component) != null, component.getName(), "is missing");
        }
    }

    private Object valueOf(java.lang.reflect.RecordComponent component) {
        try {
            return component.getAccessor().invoke(programme);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a record's own accessor", e);
        }
    }

    private void checkContent() {
        require(programme.languages().contains("en"), "languages", "English is the fallback");
        text("name", programme.name());
        text("summary", programme.summary());
        require(!programme.whoMayRequest().isEmpty(), "whoMayRequest", "nobody may request");
        programme.jurisdictions().forEach(country -> country("jurisdictions", country));
        checkServices();
        labelled("questionBank", programme.questionBank());
        new ReasonRules(programme, bank(), this).check();
        new ChecklistRules(programme.clinicalAreas(), bank(), reasons(), this).check();
        new ScreeningRules(programme.screening(), programme.jurisdictions(), this).check();
        new TimeRules(programme, this).check();
        labelled("boundaries", programme.boundaries());
        checkConsent();
        new FormRules(programme, reasons(), this).check();
        checkAdvice();
        turnedAway("declineReasons", programme.declineReasons());
        turnedAway("redirectionReasons", programme.redirectionReasons());
        labelled("withdrawalReasons", programme.withdrawalReasons());
        var closing = programme.closingReasons().stream().map(ClosingReason::labelled).toList();
        labelled("closingReasons", closing);
        afterADeath("withdrawalReasons", programme.withdrawalReasons());
        afterADeath("closingReasons", closing);
    }

    /** It is told in words of its own, by this code. */
    private void afterADeath(String path, List<Programme.Labelled> reasons) {
        var known = Programme.codes(reasons).contains(IntakeEvent.PATIENT_DIED);
        require(known, path, IntakeEvent.PATIENT_DIED + " is missing");
    }

    private void checkServices() {
        codes("services", programme.services(), Programme.Service::code);
        for (int i = 0; i < programme.services().size(); i++) {
            var service = programme.services().get(i);
            var path = "services/" + i;
            text(path + "/label", service.label());
            text(path + "/description", service.description());
            price(path + "/price", service.price());
            require(service.turnaroundDays() > 0, path + "/turnaroundDays", "at least one day");
            if (service.expedited() != null) {
                price(path + "/expedited/price", service.expedited().price());
                require(
                        service.expedited().turnaroundDays() > 0
                                && service.expedited().turnaroundDays() < service.turnaroundDays(),
                        path + "/expedited/turnaroundDays",
                        "must be sooner than the usual turnaround");
            }
        }
    }

    private void checkConsent() {
        var consent = programme.consent();
        text("consent/text", consent.text());
        require(consent.id() != null && consent.version() > 0, "consent", "has no id or version");
        var purposes = consent.purposes() == null ? Map.<String, String>of() : consent.purposes();
        var services = programme.services().stream().map(Programme.Service::code).toList();
        known("consent/purposes", purposes.keySet(), Set.copyOf(services));
        known("consent/purposes", purposes.values(), PURPOSES);
        for (var service : services) {
            require(purposes.containsKey(service), "consent/purposes", service + " has none");
        }
        codes("consent/scopes", consent.scopes(), ConsentText.Scope::code);
        for (int i = 0; consent.scopes() != null && i < consent.scopes().size(); i++) {
            text("consent/scopes/" + i + "/label", consent.scopes().get(i).label());
        }
    }

    private void checkAdvice() {
        codes("adviceRoutes", programme.adviceRoutes(), Programme.AdviceRoute::code);
        for (int i = 0; i < programme.adviceRoutes().size(); i++) {
            var route = programme.adviceRoutes().get(i);
            var path = "adviceRoutes/" + i;
            country(path + "/country", route.country());
            everywhere(path + "/label", route.label());
            everywhere(path + "/text", route.text());
            require(
                    Objects.toString(route.validFrom()).matches("\\d{4}-\\d{2}-\\d{2}"),
                    path + "/validFrom",
                    "is no date");
        }
    }

    private void labelled(String path, List<Labelled> list) {
        codes(path, list, Labelled::code);
        for (int i = 0; i < list.size(); i++) {
            text(path + "/" + i + "/label", list.get(i).label());
        }
    }

    /** Nobody is sent away without a word of what they can do, whatever they read. */
    private void turnedAway(String path, List<TurnedAway> list) {
        codes(path, list, TurnedAway::code);
        for (int i = 0; i < list.size(); i++) {
            everywhere(path + "/" + i + "/label", list.get(i).label());
            everywhere(path + "/" + i + "/advice", list.get(i).advice());
        }
    }

    <T> void codes(String path, List<T> list, Function<T, String> code) {
        require(list != null && !list.isEmpty(), path, "is empty");
        var seen = new HashSet<String>();
        for (int i = 0; list != null && i < list.size(); i++) {
            var value = Objects.toString(code.apply(list.get(i)));
            require(
                    value.matches("[a-z0-9]+(-[a-z0-9]+)*"),
                    path + "/" + i + "/code",
                    value + " is no code: small letters, digits and hyphens");
            require(seen.add(value), path + "/" + i + "/code", value + " stands here twice");
        }
    }

    void text(String path, Map<String, String> text) {
        text(path, text, programme.languages());
    }

    /** In each language that we speak, also where the programme itself is not offered in it. */
    void everywhere(String path, Map<String, String> text) {
        text(path, text, Texts.LANGUAGES);
    }

    private void text(String path, Map<String, String> text, List<String> languages) {
        require(text != null, path, "is missing");
        for (var language : languages) {
            var words = text == null ? null : text.get(language);
            require(words != null && !words.isBlank(), path, "has no text in " + language);
        }
    }

    void known(String path, Collection<String> used, Set<String> known) {
        for (var code : used) {
            require(known.contains(code), path, code + " is not known here");
        }
    }

    void require(boolean holds, String path, String reason) {
        if (!holds) {
            faults.add(new Fault(path, reason));
        }
    }

    private void country(String path, String code) {
        require(COUNTRIES.contains(code), path, code + " is no country (ISO 3166-1)");
    }

    private void price(String path, Price price) {
        boolean amount = price != null && price.amount() != null && price.currency() != null;
        require(
                price != null && amount != price.onRequest(),
                path,
                "is either an amount in a currency or on request");
        if (price != null && price.currency() != null) {
            currency(path, price);
        }
    }

    private void currency(String path, Price price) {
        var digits = Price.smallestUnit(price.currency());
        require(digits.isPresent(), path, price.currency() + " is no currency (ISO 4217)");
        require(
                price.amount() == null
                        || price.amount().stripTrailingZeros().scale() <= digits.orElse(0),
                path,
                "is finer than the currency's smallest unit");
    }

    private Set<String> bank() {
        return Set.copyOf(Programme.codes(programme.questionBank()));
    }

    private Set<String> reasons() {
        return Set.copyOf(programme.reasons().stream().map(Programme.Reason::code).toList());
    }
}
