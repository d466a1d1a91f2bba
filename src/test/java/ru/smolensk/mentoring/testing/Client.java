package ru.smolensk.mentoring.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;

/** Somebody who talks to the running portal over HTTP and keeps cookies, but follows no redirect. */
public final class Client {

    private final CookieManager cookies = new CookieManager();
    private final HttpClient http = HttpClient.newBuilder().cookieHandler(cookies).build();
    private final String[] headers;
    private String portal;

    /** A newcomer; further headers go with every request: name, value, name, value. */
    public Client(int port, String... headers) {
        this.headers = headers;
        moveTo(port);
    }

    /** The same browser at another instance of the portal. */
    public void moveTo(int port) {
        portal = "http://localhost:" + port;
    }

    public HttpResponse<String> get(String path) {
        return send(request(path));
    }

    /** Sends the fields (name, value, name, value) with the CSRF token of a page of this browser. */
    public HttpResponse<String> post(String path, String... fields) {
        return postWith(csrf(), path, fields);
    }

    /** Sends exactly these fields and the token, if there is one. */
    public HttpResponse<String> postWith(String csrf, String path, String... fields) {
        List<String> pairs = new ArrayList<>();
        for (int at = 0; at < fields.length; at += 2) {
            pairs.add(encoded(fields[at]) + "=" + encoded(fields[at + 1]));
        }
        if (csrf != null) {
            pairs.add("_csrf=" + encoded(csrf));
        }
        return send(request(path).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(String.join("&", pairs))));
    }

    /** Signs in on the login page. */
    public HttpResponse<String> signIn(String login, String password) {
        return post("/login", "username", login, "password", password);
    }

    /** The token of a page that this browser can open. */
    public String csrf() {
        return Jsoup.parse(get("/login").body()).select("input[name=_csrf]").attr("value");
    }

    /** The value of a cookie, or {@code null}. */
    public String cookie(String name) {
        return cookies.getCookieStore().getCookies().stream().filter(cookie -> cookie.getName().equals(name)).map(HttpCookie::getValue)
                .findFirst().orElse(null);
    }

    /** The path that an answer redirects to. */
    public static String target(HttpResponse<?> answer) {
        return answer.headers().firstValue("Location").map(URI::create)
                .map(at -> at.getPath() + (at.getQuery() == null ? "" : "?" + at.getQuery())).orElse(null);
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(portal + path)).header("Accept", "text/html,*/*");
        return headers.length == 0 ? request : request.headers(headers);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
