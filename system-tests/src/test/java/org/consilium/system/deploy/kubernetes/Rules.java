package org.consilium.system.deploy.kubernetes;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Every rule by what it finds; empty is right. */
final class Rules {

    private Rules() {}

    static Map<String, Function<Overlay, List<String>>> of(Overlay overlay) {
        var rules = everywhere();
        if (overlay.name().startsWith("production")) {
            rules.put("image without digest", PodRules::imagesWithoutDigest);
            rules.put("topic other than in the code", Engines::topicsOtherThanInTheCode);
            rules.put("right on a topic other than needed", Engines::rightsOnTopicsOtherThanNeeded);
            rules.put("grant other than Compose's", Engines::grantsOtherThanInCompose);
            rules.put("database that lacks something", Engines::databasesThatLackSomething);
            rules.put("address that leads elsewhere", Doors::addressesThatLeadElsewhere);
            rules.put("inner address that is open", Doors::addressesThatShouldStayInside);
            rules.put("host without TLS", Doors::hostsWithoutTls);
        }
        return rules;
    }

    private static Map<String, Function<Overlay, List<String>>> everywhere() {
        var rules = new LinkedHashMap<String, Function<Overlay, List<String>>>();
        rules.put("field that is unknown, quantity that is none", Models::refusals);
        rules.put("selector that misses its pods", PodRules::selectorsThatMissTheirPods);
        rules.put("pod without its three probes", PodRules::withoutTheirThreeProbes);
        rules.put("probe that does what another does", PodRules::probesThatDoTheSame);
        rules.put("container without limits", PodRules::withoutLimits);
        rules.put("container with more rights than needed", PodRules::withMoreRightsThanNeeded);
        rules.put("container that may write to its image", PodRules::thatMayWriteToTheirImage);
        rules.put("pod with a token", PodRules::withAToken);
        rules.put("image that moves", PodRules::imagesThatMove);
        rules.put("service that is cut off at its end", PodRules::cutOffAtTheEnd);
        rules.put("reference to nothing", References::toNothing);
        rules.put("secret that nobody makes", References::secretsThatNobodyMakes);
        rules.put("secret that nobody uses", References::secretsThatNobodyUses);
        rules.put("edge that is not in the picture", Edges::notInThePicture);
        rules.put("edge that is closed where it begins", Edges::closedWhereTheyBegin);
        rules.put("edge that is closed where it ends", Edges::closedWhereTheyEnd);
        rules.put("setting that is missing", Settings::missing);
        rules.put("setting that nobody asks for", Settings::askedForByNobody);
        return rules;
    }
}
