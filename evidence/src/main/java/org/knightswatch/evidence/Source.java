package org.knightswatch.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.Set;

/** Where the files of one recording lie: a folder, a web server, a bucket. */
public interface Source {

    /** Opens a file; empty when it is not there. Fails when nobody can tell, or when it is something else than a file. */
    Optional<InputStream> open(String name) throws IOException;

    /** The names of everything that lies there; empty when the place does not tell. */
    Optional<Set<String>> names() throws IOException;
}
