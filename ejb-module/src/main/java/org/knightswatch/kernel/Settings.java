package org.knightswatch.kernel;

import java.util.List;

/** The settings of one feature. All of them are checked when the application starts, and shown to administrators. */
public interface Settings {

    List<Setting<?>> all();
}
