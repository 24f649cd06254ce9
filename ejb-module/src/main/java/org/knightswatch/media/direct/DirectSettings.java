package org.knightswatch.media.direct;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.knightswatch.kernel.Setting;
import org.knightswatch.kernel.Settings;
import org.knightswatch.media.JoinGrant.IceServer;

/** How browsers find each other: STUN and TURN servers, and how many may watch one candidate. */
@ApplicationScoped
public class DirectSettings implements Settings {

    private final Setting<List<String>> stun = Setting.list("knightswatch.direct.stun", "")
            .within(DirectSettings::areIceAddresses, "of stun: addresses")
            .says("STUN servers, such as stun:stun.example.org:3478. Empty: host addresses only.");

    private final Setting<List<String>> turn = Setting.list("knightswatch.direct.turn", "")
            .within(DirectSettings::areIceAddresses, "of turn: or turns: addresses")
            .says("TURN servers, such as turns:turn.example.org:5349. Needed where peers can't reach each other.");

    private final Setting<String> turnSecret = Setting.text("knightswatch.direct.turn-secret", "")
            .says("The secret shared with the TURN servers (coturn: static-auth-secret).")
            .secret();

    private final Setting<Boolean> relayOnly = Setting.flag("knightswatch.direct.relay-only", false)
            .says("Media goes through TURN only, so that candidates and proctors do not learn each other's address.");

    private final Setting<Integer> watchers = Setting.number("knightswatch.direct.watchers", 3)
            .within(n -> n >= 1 && n <= 10, "between 1 and 10")
            .says("How many proctors may watch one candidate at once; each costs the candidate one more upload.");

    /** TURN credentials live as long as the grant: the REST scheme of coturn, HMAC-SHA-1 over "expiry:user". */
    List<IceServer> iceServers(String participant, Instant expiresAt) {
        List<IceServer> servers = new ArrayList<>();
        if (!stun.get().isEmpty()) {
            servers.add(new IceServer(stun.get(), null, null));
        }
        if (!turn.get().isEmpty()) {
            String username = expiresAt.getEpochSecond() + ":" + participant;
            servers.add(new IceServer(turn.get(), username, sign(username)));
        }
        return servers;
    }

    boolean relayOnly() {
        return relayOnly.get();
    }

    int watchers() {
        return watchers.get();
    }

    @Override
    public List<Setting<?>> all() {
        return List.of(stun, turn, turnSecret, relayOnly, watchers);
    }

    private String sign(String username) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(turnSecret.get().getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
            return Base64.getEncoder().encodeToString(mac.doFinal(username.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("TURN servers are set without " + turnSecret, e);
        }
    }

    private static boolean areIceAddresses(List<String> addresses) {
        return addresses.stream().allMatch(address -> address.matches("(stun|stuns|turn|turns):\\S+"));
    }
}
