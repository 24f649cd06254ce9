package org.knightswatch.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.Optional;
import java.util.Set;

/** A folder behind HTTP, whose files can be fetched by their names. It can't be listed. */
public record UrlSource(URI folder) implements Source {

    private static final int PATIENCE_MILLIS = 60_000;

    /** Reads what a person typed: the address of the folder, or of the manifest in it. */
    public static UrlSource of(String address) {
        URI given = URI.create(address);
        if (given.getHost() == null || given.getRawQuery() != null || given.getRawFragment() != null) {
            throw new IllegalArgumentException("no address of a folder: " + address);
        }
        String folder = address.endsWith('/' + Manifest.NAME)
                ? address.substring(0, address.length() - Manifest.NAME.length())
                : address;
        return new UrlSource(URI.create(folder.endsWith("/") ? folder : folder + '/'));
    }

    @Override
    public Optional<InputStream> open(String name) throws IOException {
        HttpURLConnection connection =
                (HttpURLConnection) folder.resolve(name).toURL().openConnection();
        connection.setConnectTimeout(PATIENCE_MILLIS);
        connection.setReadTimeout(PATIENCE_MILLIS);
        int status = connection.getResponseCode();
        return switch (status) {
            case HttpURLConnection.HTTP_OK -> Optional.of(connection.getInputStream());
            case HttpURLConnection.HTTP_NOT_FOUND, HttpURLConnection.HTTP_GONE -> Optional.empty();
            default -> throw new IOException("the server answers " + status);
        };
    }

    @Override
    public Optional<Set<String>> names() {
        return Optional.empty();
    }
}
