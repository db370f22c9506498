package org.consilium.notification.webhooks;

import java.net.InetAddress;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Whether an address is one of the open internet. Whoever may name an endpoint could otherwise have
 * this service knock at the doors behind it: databases, metadata services, its neighbours.
 */
final class PublicAddress {

    /** What the JDK has no word for: RFC 6890 and its kin, and addresses that wrap another one. */
    private static final List<Block> SPECIAL =
            List.of(
                    Block.of("0.0.0.0", 8),
                    Block.of("100.64.0.0", 10),
                    Block.of("192.0.0.0", 24),
                    Block.of("192.0.2.0", 24),
                    Block.of("198.18.0.0", 15),
                    Block.of("198.51.100.0", 24),
                    Block.of("203.0.113.0", 24),
                    Block.of("240.0.0.0", 4),
                    Block.of("::", 96),
                    Block.of("64:ff9b::", 32),
                    Block.of("100::", 64),
                    Block.of("2001::", 23),
                    Block.of("2001:db8::", 32),
                    Block.of("2002::", 16),
                    Block.of("fc00::", 7));

    private PublicAddress() {}

    /** All addresses that begin with the same bits. */
    private record Block(InetAddress begin, int bits) {

        static Block of(String address, int bits) {
            return new Block(InetAddress.ofLiteral(address), bits);
        }

        boolean holds(InetAddress address) {
            var own = begin.getAddress();
            var other = address.getAddress();
            return own.length == other.length
                    && IntStream.range(0, bits)
                            .allMatch(bit -> isSet(own, bit) == isSet(other, bit));
        }

        private static boolean isSet(byte[] address, int bit) {
            return (address[bit / Byte.SIZE] & (0x80 >> (bit % Byte.SIZE))) != 0;
        }
    }

    static boolean is(InetAddress address) {
        boolean known =
                address.isAnyLocalAddress()
                        || address.isLoopbackAddress()
                        || address.isLinkLocalAddress()
                        || address.isSiteLocalAddress()
                        || address.isMulticastAddress();
        return !known && SPECIAL.stream().noneMatch(block -> block.holds(address));
    }
}
