package org.knightswatch.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Sets an exam up, by the pages alone. */
final class Administrator {

    private final Page page;
    private final String code;

    Administrator(Page page, String code) {
        this.page = page;
        this.code = code;
    }

    void createExam(String title, int roomSize) {
        page.navigate(Product.running().url() + "/admin/new-exam");
        LocalDateTime now = LocalDateTime.now(zone()).truncatedTo(ChronoUnit.MINUTES);
        fill("Title", title);
        fill("Code", code);
        fill("Joining opens", now.minusMinutes(5).toString());
        fill("Exam ends", now.plusHours(3).toString());
        fill("Seats in a room", Integer.toString(roomSize));
        button("Create exam").click();
        page.waitForURL("**/admin/**code=" + code + "**");
    }

    void importRoster(List<String> candidates) {
        open("roster");
        String csv = candidates.stream()
                .map(candidate -> candidate + "\n")
                .collect(Collectors.joining("", "candidate_id,name,email,group\n", ""));
        page.locator("[data-import] input[type=file]")
                .setInputFiles(new FilePayload("roster.csv", "text/csv", csv.getBytes(StandardCharsets.UTF_8)));
        page.getByText("All rows are in.").waitFor();
    }

    void putOnDuty(String displayName) {
        open("duties");
        button("Put " + displayName + " on duty").click();
        button("Take " + displayName + " off duty").waitFor();
    }

    /** The links, in the order of the roster. */
    List<String> invitations() {
        open("invitations");
        List<String> links = new ArrayList<>();
        page.locator("[data-copy]").all().forEach(copy -> links.add(copy.getAttribute("data-copy")));
        return links;
    }

    private void open(String part) {
        page.navigate(Product.running().url() + "/admin/" + part + "?code=" + code);
    }

    private void fill(String label, String value) {
        page.getByLabel(label, new Page.GetByLabelOptions().setExact(true)).fill(value);
    }

    private Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private ZoneId zone() {
        return ZoneId.of((String) page.evaluate("() => Intl.DateTimeFormat().resolvedOptions().timeZone"));
    }
}
