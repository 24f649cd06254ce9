package org.knightswatch.kernel;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HexFormat;
import java.util.List;

/** The one secret that the database can't hold: the key under which all others are kept. */
@ApplicationScoped
public class SecretSettings implements Settings {

    static final String KEY = "knightswatch.secret.key";

    private final Setting<String> masterKey = Setting.text(KEY, "")
            .within(text -> text.matches("[0-9a-fA-F]{64}"), "64 hex digits (openssl rand -hex 32)")
            .says("Master key: the token keys and other secrets in the database are encrypted under it. Required;"
                    + " losing it makes every invitation link and every provider secret useless.")
            .secret();

    /** 32 bytes. */
    public byte[] masterKey() {
        return HexFormat.of().parseHex(masterKey.get());
    }

    @Override
    public List<Setting<?>> all() {
        return List.of(masterKey);
    }
}
