package org.knightswatch.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What everything stands on: a browser puts exactly these bytes into the store, once, by a URL that fits no others. */
class StoreUploadBrowserTest {

    /** Joins by the API and sends one segment in several ways; answers what the store said each time. */
    private static final String UPLOAD = """
            async (invitation) => {
              const call = async (method, path, body, token) => (await fetch('/api/v1' + path, {
                method,
                headers: { 'Content-Type': 'application/json', ...(token ? { Authorization: 'Bearer ' + token } : {}) },
                body: JSON.stringify(body),
              })).json();
              const { consent } = await call('POST', '/invitations/open', { invitation });
              const { version, language } = consent;
              const joined = await call('POST', '/join', { invitation, consent: { version, language, accepted: true } });
              const take = crypto.randomUUID();
              const at = '/attempts/' + joined.attemptId + '/takes/' + take;
              await call('PUT', at, { track: 'camera', mimeType: 'video/webm', startedAt: joined.serverTime, sliceMillis: 100 },
                joined.joinToken);
              const bytes = crypto.getRandomValues(new Uint8Array(50_000));
              const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
              const sha256 = [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
              const { uploads: [offer] } = await call('POST', at + '/uploads',
                { segments: [{ sequence: 0, bytes: bytes.length, sha256 }] }, joined.joinToken);
              const put = async (body) => (await fetch(offer.url, { method: offer.method, headers: offer.headers, body })).status;
              const flipped = bytes.slice();
              flipped[7] ^= 1;
              const said = [await put(flipped), await put(bytes.slice(1)), await put(bytes), await put(bytes)];
              const { segments: [outcome] } = await call('POST', at + '/segments',
                { segments: [{ sequence: 0, bytes: bytes.length, sha256, startMillis: 0, durationMillis: 4000 }] },
                joined.joinToken);
              return { said, outcome };
            }
            """;

    @Test
    void takesExactlyTheseBytesOnce() {
        try (Chromium chromium = new Chromium();
                Browser browser = chromium.shared()) {
            Page page = browser.newPage();
            page.navigate(Product.running().url() + "/login");
            String link = Product.running().invitation(11);

            Map<?, ?> result = (Map<?, ?>) page.evaluate(UPLOAD, link.substring(link.indexOf('#') + 1));

            assertThat(result.get("said"))
                    .as("flipped bit, other length, right bytes, again")
                    .isEqualTo(List.of(400, 403, 200, 412));
            assertThat(result.get("outcome")).isEqualTo(Map.of("sequence", 0, "status", "HELD"));
        }
    }
}
