package org.knightswatch.browser;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Somebody else's web server with the example page of the documentation: another origin than the product's. */
final class ExamPlatform implements AutoCloseable {

    private static final Path EXAMPLE = Path.of("../../docs/examples/exam-platform.html");
    private static final String PRODUCT = "https://exams.example.org";

    private final HttpServer server;
    private volatile String link = "";

    ExamPlatform() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/exam/7";
    }

    /** Whom its page is for. */
    void invite(String candidatesLink) {
        link = candidatesLink;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String productsOrigin = link.substring(0, link.indexOf("/candidate/"));
        byte[] page = Files.readString(EXAMPLE)
                .replace(PRODUCT + "/candidate/exam#INVITATION", link)
                .replace(PRODUCT, productsOrigin)
                .getBytes(StandardCharsets.UTF_8);
        boolean found = exchange.getRequestURI().getPath().equals("/exam/7");
        exchange.getResponseHeaders().add("Content-Type", "text/html; charset=utf-8");
        exchange.sendResponseHeaders(found ? 200 : 204, found ? page.length : -1);
        if (found) {
            exchange.getResponseBody().write(page);
        }
        exchange.close();
    }
}
