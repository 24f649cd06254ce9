package org.knightswatch.integration.client;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The browser of somebody of the staff: it fills the sign-in form and keeps the session's cookie. */
public final class StaffBrowser {

    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]*)\"[^>]*value=\"([^\"]*)\"");
    private static final Pattern NONCE = Pattern.compile(" nonce=\"([^\"]*)\"");
    private static final Pattern CSRF = Pattern.compile("name=\"csrf-token\" content=\"([^\"]*)\"");

    private final Api api;

    private StaffBrowser(Api api) {
        this.api = api;
    }

    /** Signs in to a server with its demo's password. */
    public static StaffBrowser signIn(Demo demo, String account) {
        return signIn(Api.at(demo.address()), account, demo.password(account));
    }

    /** Signs in to the server under test with the demo's password. */
    public static StaffBrowser signIn(String account) {
        return signIn(account, Demo.get().password(account));
    }

    public static StaffBrowser signIn(String account, String password) {
        return signIn(Api.anonymous(), account, password);
    }

    private static StaffBrowser signIn(Api nobody, String account, String password) {
        Answer answer = tryToSignIn(nobody, account, password).expect(302);
        return new StaffBrowser(nobody.with("Cookie", cookie(answer)));
    }

    public static Answer tryToSignIn(String account, String password) {
        return tryToSignIn(Api.anonymous(), account, password);
    }

    private static Answer tryToSignIn(Api nobody, String account, String password) {
        Answer page = nobody.get("/login").expect(200);
        Api session = nobody.with("Cookie", cookie(page));
        return submit(
                session,
                "/login",
                page,
                Map.of("signin:name", account, "signin:password", password, "signin:submit", "Sign in"));
    }

    /** As an administrator: makes a proctor's account; its name. */
    public String hire(String displayName) {
        String name = "p-" + UUID.randomUUID();
        submit(
                        "/admin/staff",
                        Map.of(
                                "form:name",
                                name,
                                "form:displayName",
                                displayName,
                                "form:proctor",
                                "on",
                                "form:create",
                                "form:create"))
                .expect(200);
        return name;
    }

    /** Fills the forms of a page and presses a button, as a browser without scripts does. */
    private Answer submit(String path, Map<String, String> fields) {
        return submit(api, path, api.get(path).expect(200), fields);
    }

    private static Answer submit(Api session, String path, Answer page, Map<String, String> fields) {
        Map<String, String> form = new LinkedHashMap<>();
        HIDDEN.matcher(page.body()).results().forEach(field -> form.put(field.group(1), field.group(2)));
        form.put("primefaces.nonce", first(NONCE, page.body()));
        form.putAll(fields);
        String body = form.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
        return session.with("Origin", session.address())
                .send("POST", path, "application/x-www-form-urlencoded", body.getBytes(StandardCharsets.UTF_8));
    }

    /** The session alone, as a link or a foreign page would use it. */
    public Api session() {
        return api;
    }

    /** As our own pages call: from our origin, with the token that stands in this page. */
    public Api onPage(String path) {
        return api.with("Origin", api.address()).with("X-CSRF-Token", csrfToken(path));
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
