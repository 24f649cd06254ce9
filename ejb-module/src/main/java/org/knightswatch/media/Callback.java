package org.knightswatch.media;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;

/** What a provider sent us, as it came: nothing of it is believed yet. */
public record Callback(Map<String, List<String>> headers, ByteBuffer body) {}
