package org.knightswatch.integration.client;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The browser of somebody of the staff: it fills the sign-in form and keeps the session's cookie. */
public final class StaffBrowser {

    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]*)\"[^>]*value=\"([^\"]*)\"");
    private static final Pattern CSRF = Pattern.compile("name=\"csrf-token\" content=\"([^\"]*)\"");

    private final Api api;

    private StaffBrowser(Api api) {
        this.api = api;
    }

    /** Signs in to the server under test with the demo's password. */
    public static StaffBrowser signIn(String account) {
        return signIn(account, Demo.get().password(account));
    }

    public static StaffBrowser signIn(String account, String password) {
        Answer answer = tryToSignIn(account, password).expect(302);
        return new StaffBrowser(Api.anonymous().with("Cookie", cookie(answer)));
    }

    public static Answer tryToSignIn(String account, String password) {
        Answer page = Api.anonymous().get("/login").expect(200);
        Map<String, String> form = new LinkedHashMap<>();
        HIDDEN.matcher(page.body()).results().forEach(field -> form.put(field.group(1), field.group(2)));
        form.putAll(Map.of("signin:name", account, "signin:password", password, "signin:submit", "Sign in"));
        String body = form.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
        return Api.anonymous()
                .with("Cookie", cookie(page))
                .with("Origin", Demo.get().address())
                .send("POST", "/login", "application/x-www-form-urlencoded", body.getBytes(StandardCharsets.UTF_8));
    }

    /** The session alone, as a link or a foreign page would use it. */
    public Api session() {
        return api;
    }

    /** As our own pages call: from our origin, with the token that stands in this page. */
    public Api onPage(String path) {
        return api.with("Origin", Demo.get().address()).with("X-CSRF-Token", csrfToken(path));
    }

    public String csrfToken(String path) {
        return first(CSRF, api.get(path).expect(200).body());
    }

    private static String cookie(Answer answer) {
        return answer.headers().allValues("Set-Cookie").stream()
                .map(cookie -> cookie.split(";", 2)[0])
                .collect(Collectors.joining("; "));
    }

    private static String first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            throw new AssertionError("No " + pattern + " in " + text);
        }
        return matcher.group(1);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
