package org.knightswatch.kernel;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SettingRowTest {

    private static final String KEY = "knightswatch.test.row";

    @AfterEach
    void forget() {
        System.clearProperty(KEY);
    }

    @Test
    void saysThatADefaultIsInForce() {
        SettingRow row = SettingRow.of(Setting.number(KEY, 3).within(value -> value > 0, "at least 1"));

        assertThat(row.set()).isFalse();
        assertThat(row.source()).isEqualTo("Default");
        assertThat(row.value()).isEqualTo("3");
        assertThat(row.bound()).isEqualTo("number, at least 1");
    }

    @Test
    void saysWhereAValueComesFrom() {
        System.setProperty(KEY, "5");

        SettingRow row = SettingRow.of(Setting.number(KEY, 3));

        assertThat(row.set()).isTrue();
        assertThat(row.source()).isEqualTo("System property");
        assertThat(row.value()).isEqualTo("5");
        assertThat(row.byDefault()).isEqualTo("3");
    }

    @Test
    void neverShowsASecret() {
        System.setProperty(KEY, "hunter2");

        assertThat(SettingRow.of(Setting.text(KEY, "").secret()).toString()).doesNotContain("hunter2");
    }

    @Test
    void isFoundByKeyAndPurposeInAnyCase() {
        SettingRow row = SettingRow.of(Setting.text(KEY, "").says("Where Redis listens."));

        assertThat(row.mentions("TEST.row")).isTrue();
        assertThat(row.mentions("redis")).isTrue();
        assertThat(row.mentions("bucket")).isFalse();
    }
}
