package org.knightswatch.exam;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.util.Timeout;

/**
 * Asks a page for its headers. The address comes from outside, so that ours and our neighbours' are refused where the
 * connection is made: a name that resolves to one does not help.
 */
@ApplicationScoped
public class ExamPageProbe {

    private static final Logger LOG = Logger.getLogger(ExamPageProbe.class.getName());
    private static final Timeout PATIENCE = Timeout.ofSeconds(3);

    @Inject
    ExamSettings settings;

    Framing ask(String url) {
        try (CloseableHttpClient client = client()) {
            return client.execute(new HttpGet(URI.create(url)), ExamPageProbe::read);
        } catch (IOException | IllegalArgumentException e) {
            LOG.log(Level.FINE, e, () -> "The exam page does not answer: " + url);
            return Framing.UNKNOWN;
        }
    }

    /** By X-Frame-Options (RFC 7034) and the frame-ancestors of a Content-Security-Policy, which counts more. */
    private static Framing read(ClassicHttpResponse response) {
        for (Header policy : response.getHeaders("Content-Security-Policy")) {
            for (String directive : policy.getValue().toLowerCase(Locale.ROOT).split(";", -1)) {
                String rule = directive.strip();
                if (rule.startsWith("frame-ancestors")) {
                    boolean anybody = rule.contains(" *") || rule.contains(" https:") || rule.contains(" http:");
                    return anybody ? Framing.ALLOWED : Framing.REFUSED;
                }
            }
        }
        return response.getFirstHeader("X-Frame-Options") == null ? Framing.ALLOWED : Framing.REFUSED;
    }

    private CloseableHttpClient client() {
        return HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(new Guarded(settings.privatePages()))
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(PATIENCE)
                                .setSocketTimeout(PATIENCE)
                                .build())
                        .build())
                .setDefaultRequestConfig(
                        RequestConfig.custom().setResponseTimeout(PATIENCE).build())
                .disableAutomaticRetries()
                .disableCookieManagement()
                .build();
    }

    /** Resolves names to public addresses only. */
    private static final class Guarded extends SystemDefaultDnsResolver {

        private final boolean privateToo;

        Guarded(boolean privateToo) {
            this.privateToo = privateToo;
        }

        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            InetAddress[] addresses = super.resolve(host);
            for (InetAddress address : addresses) {
                if (!privateToo && !isPublic(address)) {
                    throw new UnknownHostException(host + " is no public address");
                }
            }
            return addresses;
        }

        private static boolean isPublic(InetAddress address) {
            boolean local = address.isAnyLocalAddress()
                    || address.isLoopbackAddress()
                    || address.isLinkLocalAddress()
                    || address.isSiteLocalAddress()
                    || address.isMulticastAddress();
            byte[] bytes = address.getAddress();
            boolean uniqueLocal = bytes.length == 16 && (bytes[0] & 0xFE) == 0xFC;
            boolean carrierGrade = bytes.length == 4 && (bytes[0] & 0xFF) == 100 && (bytes[1] & 0xC0) == 64;
            return !local && !uniqueLocal && !carrierGrade;
        }
    }
}
