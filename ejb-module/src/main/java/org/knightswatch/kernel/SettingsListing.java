package org.knightswatch.kernel;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;

/** Shows every setting with the value in force, so that nobody has to guess which of three places won. */
@ApplicationScoped
public class SettingsListing {

    @Inject
    @Any
    Instance<Settings> settings;

    /** By key; {@code part} is looked for in keys and purposes, empty for all. */
    public Page<SettingRow> list(String part, PageRequest page) {
        List<SettingRow> rows = settings.stream()
                .flatMap(group -> group.all().stream())
                .map(SettingRow::of)
                .filter(row -> row.mentions(part))
                .sorted(Comparator.comparing(SettingRow::key))
                .toList();
        return Page.of(rows.stream().skip(page.offset()).limit(page.size()).toList(), page, rows.size());
    }
}
