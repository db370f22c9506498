package org.consilium.notification.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TargetTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "0.1.2.3",
                "10.0.0.1",
                "100.64.0.1",
                "100.127.255.255",
                "127.0.0.1",
                "127.9.9.9",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.8",
                "192.168.1.1",
                "198.18.0.1",
                "198.19.255.255",
                "203.0.113.9",
                "224.0.0.1",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::127.0.0.1",
                "::ffff:10.0.0.1",
                "::ffff:169.254.169.254",
                "64:ff9b::a00:1",
                "2001:db8::1",
                "2002:a00:1::",
                "fc00::1",
                "fd12:3456::1",
                "fe80::1",
                "fec0::1",
                "ff02::1",
            })
    void an_address_behind_the_door_is_not_public(String address) {
        assertThat(PublicAddress.is(InetAddress.ofLiteral(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "9.255.255.255",
                "11.0.0.0",
                "100.63.255.255",
                "100.128.0.0",
                "172.15.255.255",
                "172.32.0.0",
                "192.0.1.1",
                "198.17.255.255",
                "198.20.0.0",
                "223.255.255.255",
                "2606:4700:4700::1111",
                "2a00:1450:4001::1",
            })
    void an_address_of_the_open_internet_is_public(String address) {
        assertThat(PublicAddress.is(InetAddress.ofLiteral(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://hooks.example/consilium",
                "ftp://hooks.example/",
                "https:///path",
                "https://user:pw@hooks.example/",
                "https://hooks.example/#part",
                "https://127.0.0.1/",
                "https://[::1]:8443/",
                "https://169.254.169.254/latest",
                "https://localhost:9300/",
                "https://2130706433/",
                "mailto:a@b.example",
                "hooks.example",
                "https://hooks.example/with space",
                "",
            })
    void an_address_that_could_lead_elsewhere_is_refused(String url) {
        assertThat(Target.isAcceptable(url, false)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://hooks.example/consilium",
                "https://hooks.example:8443/a?b=c",
                "https://1.1.1.1/hook",
            })
    void another_systems_address_is_taken(String url) {
        assertThat(Target.isAcceptable(url, false)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.1:9000/hook", "https://localhost/hook"})
    void a_machine_of_ones_own_may_allow_its_own(String url) {
        assertThat(Target.isAcceptable(url, true)).isTrue();
        assertThat(Target.isAcceptable(url, false)).isFalse();
    }
}
