package org.knightswatch.exam;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.knightswatch.kernel.Setting;
import org.knightswatch.kernel.Settings;

/** Where the pages of exams may live. */
@ApplicationScoped
public class ExamSettings implements Settings {

    private final Setting<Boolean> privatePages = Setting.flag("knightswatch.exam.private-pages", false)
            .says("Whether exam pages at private or loopback addresses are asked if they allow frames.");

    boolean privatePages() {
        return privatePages.get();
    }

    @Override
    public List<Setting<?>> all() {
        return List.of(privatePages);
    }
}
