package org.knightswatch.attempt;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The network that an address lies in, and no more of it: enough to tell one place from another. */
final class NetworkHint {

    private static final Pattern V4 = Pattern.compile("(\\d{1,3}\\.\\d{1,3}\\.\\d{1,3})\\.\\d{1,3}");
    private static final Pattern V6 = Pattern.compile("([0-9a-fA-F:.]*:[0-9a-fA-F:.]*)(%.*)?");
    private static final String UNKNOWN = "unknown";

    private NetworkHint() {}

    /** The first 24 bits of four bytes, or the first 48 of sixteen; no name is ever looked up. */
    static String of(String address) {
        String text = address == null ? "" : address;
        Matcher four = V4.matcher(text);
        if (four.matches()) {
            return four.group(1) + ".0/24";
        }
        Matcher six = V6.matcher(text);
        return six.matches() ? ofSix(six.group(1)) : UNKNOWN;
    }

    private static String ofSix(String literal) {
        try {
            InetAddress read = InetAddress.getByName(literal);
            byte[] bytes = read.getAddress();
            return read instanceof Inet4Address
                    ? of(read.getHostAddress())
                    : "%x:%x:%x::/48".formatted(part(bytes, 0), part(bytes, 2), part(bytes, 4));
        } catch (UnknownHostException e) {
            return UNKNOWN;
        }
    }

    private static int part(byte[] bytes, int at) {
        return ((bytes[at] & 0xff) << 8) | (bytes[at + 1] & 0xff);
    }
}
