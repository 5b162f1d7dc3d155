import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A partner's backend in Java 17 with the JDK only: the session endpoint of {@code <enkash-vkyc-button>}.
 *
 * <p>A template to copy: {@code java Server.java} runs it. Implement {@link #signedInCard} with your own authentication.
 * It is complete for one process; several processes must share the sessions and the customers in a database. Settings
 * come from the environment, under the names of docs/backend.md. It listens on this computer only: a TLS proxy in front
 * of it must pass Host on.
 */
public final class Server {
    private static final String START = "/vkyc/start", BASE = "/vkyc/session/";
    private static final int REQUEST_LIMIT = 16_384;
    /** A body that is too large is read to this limit, so that the client receives the answer. */
    private static final int DRAIN_LIMIT = 2_097_152;

    private final Schedule schedule;
    private final Sessions sessions;
    private final Customers customers;

    private Server(Schedule schedule, Sessions sessions, Customers customers) {
        this.schedule = schedule;
        this.sessions = sessions;
        this.customers = customers;
    }

    /** The EnKash card id of the signed-in customer, from your own session; never from a value that the browser sends. */
    private static String signedInCard(Headers headers) {
        return Settings.get("VKYC_DEMO_CARD", "");
    }

    public static void main(String[] args) throws IOException {
        // the JDK's client repeats a GET when a kept connection breaks, and each may mint a link
        System.setProperty("jdk.httpclient.redirects.retrylimit", "1");
        System.setProperty("sun.net.httpserver.nodelay", "true");
        System.setProperty("sun.net.httpserver.maxReqTime", "30"); // seconds
        Server server;
        int port;
        try {
            server = new Server(Schedule.fromSettings(), new Sessions(), new Customers(new Enkash()));
            port = Settings.number("PORT", 3000);
        } catch (IllegalArgumentException error) {
            System.err.println(error.getMessage());
            System.exit(1);
            return;
        }
        HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        http.setExecutor(Executors.newCachedThreadPool());
        http.createContext("/", server::handle);
        http.start();
        System.out.println("Ready.");
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            try {
                reply(exchange, 200, answer(exchange));
            } catch (Refusal refusal) {
                Map<String, Object> error = new LinkedHashMap<>(Map.of("code", refusal.code));
                if (refusal.retryAfter > 0) {
                    error.put("retryAfter", refusal.retryAfter);
                    exchange.getResponseHeaders().set("Retry-After", String.valueOf(refusal.retryAfter));
                }
                if (refusal.status == 405) exchange.getResponseHeaders().set("Allow", "GET, POST");
                reply(exchange, refusal.status, Map.of("error", error));
            } catch (RuntimeException error) { // a customer must not see a stack trace
                reply(exchange, 500, Map.of("error", Map.of("code", "internal_error")));
            }
        }
    }

    private Map<String, ?> answer(HttpExchange exchange) throws IOException {
        byte[] sent = readBody(exchange.getRequestBody());
        Headers headers = exchange.getRequestHeaders();
        String path = exchange.getRequestURI().getRawPath(), method = exchange.getRequestMethod();
        boolean isStart = START.equals(path), isClick = method.equals("POST");
        if (path == null || !isStart && !path.startsWith(BASE)) throw new Refusal(404, "not_found");
        if (!isClick && (isStart || !method.equals("GET"))) throw new Refusal(405, "method_not_allowed");
        if (isCrossSite(headers)) throw new Refusal(403, "cross_site");
        if (isStart) {
            String card = signedInCard(headers);
            if (card.isEmpty()) throw new Refusal(401, "not_signed_in");
            return Map.of("endpoint", BASE + sessions.open(card));
        }
        if (!"1".equals(headers.getFirst("X-Enkash-Vkyc"))) throw new Refusal(403, "missing_header");
        if (isClick && !isJson(headers.getFirst("Content-Type"))) throw new Refusal(415, "unsupported_media_type");
        if (sent.length > REQUEST_LIMIT) throw new Refusal(413, "too_large");
        if (sent.length > 0 && Json.parseObject(sent) == null) throw new Refusal(400, "bad_request");
        return sessionAnswer(sessions.find(path.substring(BASE.length())), isClick);
    }

    private Map<String, ?> sessionAnswer(Session session, boolean isClick) {
        boolean isOpen = schedule.isOpen();
        if (isClick && !isOpen) throw new Refusal(409, "closed_hours");
        Map<String, Object> answer;
        try {
            answer = customers.result(session.card, isClick);
        } catch (Refusal refusal) {
            throw refusal.status == 409 && !isOpen ? new Refusal(409, "closed_hours") : refusal;
        }
        Map<String, Object> payload = new LinkedHashMap<>(answer);
        payload.keySet().retainAll(Set.of("kycStatus", "kycSubStatus", "kycExpiryDays", isClick ? "kycLink" : ""));
        Map<String, Object> about = new LinkedHashMap<>();
        about.put("expiresAt", session.endsAt.toEpochMilli());
        about.put("serverTime", System.currentTimeMillis());
        about.put("schedule", schedule.describe());
        about.put("pollAfter", null); // a GET may mint
        return Map.of("code", 0, "message", "Success", "payload", payload, "session", about);
    }

    /** Browsers report it in Sec-Fetch-Site, older ones only in Origin; a client that sends neither is not a browser. */
    private static boolean isCrossSite(Headers headers) {
        String site = headers.getFirst("Sec-Fetch-Site"), origin = headers.getFirst("Origin");
        if (site != null) return !site.equals("same-origin");
        return origin != null && !origin.replaceFirst("^[a-z]+://", "").equals(headers.getFirst("Host"));
    }

    private static boolean isJson(String contentType) {
        return contentType != null && contentType.split(";")[0].strip().equalsIgnoreCase("application/json");
    }

    private static byte[] readBody(InputStream body) throws IOException {
        byte[] sent = body.readNBytes(REQUEST_LIMIT + 1);
        if (sent.length > REQUEST_LIMIT) body.readNBytes(DRAIN_LIMIT);
        return sent;
    }

    private static void reply(HttpExchange exchange, int status, Map<String, ?> body) throws IOException {
        byte[] text = Json.write(body).getBytes(StandardCharsets.UTF_8);
        Headers headers = exchange.getResponseHeaders();
        headers.set("Content-Type", "application/json");
        headers.set("Cache-Control", "no-store");
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Referrer-Policy", "no-referrer");
        boolean isHead = exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(status, isHead ? -1 : text.length);
        if (!isHead) exchange.getResponseBody().write(text);
    }

    /** A request that is not answered with 200: a status and a code, without any text from the browser or from EnKash. */
    private static final class Refusal extends RuntimeException {
        final int status;
        final String code;
        final int retryAfter;

        Refusal(int status, String code) {
            this(status, code, 0);
        }

        Refusal(int status, String code, int retryAfterSeconds) {
            super(code, null, false, false); // several threads may throw the same one
            this.status = status;
            this.code = code;
            this.retryAfter = retryAfterSeconds;
        }
    }

    private static final class Settings {
        static String get(String name, String fallback) {
            String value = System.getenv(name);
            return value == null ? fallback : value;
        }

        static int number(String name, int fallback) {
            String value = get(name, String.valueOf(fallback));
            if (!value.matches("[1-9][0-9]{0,8}"))
                throw new IllegalArgumentException(name + ": expected a whole number above zero.");
            return Integer.parseInt(value);
        }

        static List<String> list(String name, String fallback) {
            return Stream.of(get(name, fallback).split(" ")).filter(word -> !word.isEmpty()).toList();
        }
    }

    /** When EnKash takes calls, in IST. */
    private record Schedule(String hours, List<String> days, List<String> holidays) {
        private static final ZoneId IST = ZoneId.of("Asia/Kolkata");
        private static final Set<String> WEEK = Set.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");

        static Schedule fromSettings() {
            String hours = Settings.get("VKYC_HOURS", "10:00-18:00");
            List<String> days = Settings.list("VKYC_DAYS", "mon tue wed thu fri");
            if (!hours.matches("[0-2][0-9]:[0-5][0-9]-[0-2][0-9]:[0-5][0-9]") || !WEEK.containsAll(days))
                throw new IllegalArgumentException(
                        "Expected VKYC_HOURS=\"10:00-18:00\" and VKYC_DAYS=\"mon tue wed thu fri\", in IST.");
            return new Schedule(hours, days, Settings.list("VKYC_HOLIDAYS", ""));
        }

        boolean isOpen() {
            ZonedDateTime now = ZonedDateTime.now(IST);
            String day = now.format(DateTimeFormatter.ofPattern("EEE", Locale.ENGLISH)).toLowerCase(Locale.ROOT);
            String date = now.toLocalDate().toString(), clock = now.format(DateTimeFormatter.ofPattern("HH:mm"));
            String opens = hours.substring(0, 5), closes = hours.substring(6);
            boolean isWorkingDay = days.contains(day) && !holidays.contains(date);
            return isWorkingDay && opens.compareTo(clock) <= 0 && clock.compareTo(closes) < 0;
        }

        Map<String, ?> describe() {
            return Map.of("workingHours", hours, "workingDays", String.join(" ", days), "holidays", holidays);
        }
    }

    /** One signed-in customer's endpoint for a while. */
    private static final class Session {
        static final int REQUESTS_PER_MINUTE = 30;
        final String card;
        final Instant endsAt;
        private long minute;
        private int requests;

        Session(String card, Instant endsAt) {
            this.card = card;
            this.endsAt = endsAt;
        }

        synchronized void count() {
            long seconds = Instant.now().getEpochSecond();
            if (minute != seconds / 60) requests = 0;
            minute = seconds / 60;
            if (++requests > REQUESTS_PER_MINUTE) throw new Refusal(429, "rate_limited", (int) (60 - seconds % 60));
        }
    }

    private static final class Sessions {
        private final Map<String, Session> byToken = new ConcurrentHashMap<>();
        private final SecureRandom random = new SecureRandom();
        private final Duration lifetime = Duration.ofSeconds(Settings.number("VKYC_SESSION_SECONDS", 900));

        String open(String card) {
            if (!card.matches("[A-Za-z0-9_-]{1,64}")) throw new Refusal(500, "internal_error");
            Instant now = Instant.now();
            byToken.values().removeIf(one -> one.endsAt.plus(lifetime).isBefore(now)); // until then it answers 410
            byte[] bytes = new byte[24];
            random.nextBytes(bytes);
            String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
            byToken.put(token, new Session(card, now.plus(lifetime)));
            return token;
        }

        Session find(String token) {
            Session session = byToken.get(token);
            if (session == null) throw new Refusal(401, "invalid_session");
            if (!Instant.now().isBefore(session.endsAt)) throw new Refusal(410, "session_expired");
            session.count();
            return session;
        }
    }

    /** EnKash's last result for one customer. The lock lets simultaneous requests share one call. */
    private static final class Customer {
        /** How long a result answers further requests of its customer. */
        static final Duration RESULT_TTL = Duration.ofSeconds(60);
        /** Clicks this close together get the same link; a later click gets a fresh one. */
        private static final Duration DOUBLE_CLICK = Duration.ofSeconds(5);

        final ReentrantLock lock = new ReentrantLock();
        volatile Instant fetchedAt = Instant.now();
        private Map<String, Object> payload;
        private Refusal error;
        private Instant deliveredAt;

        Map<String, Object> result(Supplier<Map<String, Object>> link, boolean isClick) {
            lock.lock();
            try {
                Instant now = Instant.now();
                if (error != null && now.isBefore(fetchedAt.plus(DOUBLE_CLICK))) throw error;
                boolean isUsed = deliveredAt != null && !now.isBefore(deliveredAt.plus(DOUBLE_CLICK));
                if (payload == null || isUsed || !now.isBefore(fetchedAt.plus(RESULT_TTL))) fetch(link);
                if (isClick && deliveredAt == null) deliveredAt = now;
                return payload;
            } finally {
                lock.unlock();
            }
        }

        private void fetch(Supplier<Map<String, Object>> link) {
            payload = null;
            error = null;
            deliveredAt = null;
            try {
                payload = link.get();
            } catch (Refusal refusal) {
                error = refusal;
                throw refusal;
            } finally {
                fetchedAt = Instant.now();
            }
        }
    }

    private static final class Customers {
        private final Enkash enkash;
        private final Map<String, Customer> byCard = new ConcurrentHashMap<>();

        Customers(Enkash enkash) {
            this.enkash = enkash;
        }

        Map<String, Object> result(String card, boolean isClick) {
            Instant idle = Instant.now().minus(Customer.RESULT_TTL);
            byCard.values().removeIf(one -> one.fetchedAt.isBefore(idle) && !one.lock.isLocked());
            Customer customer = byCard.computeIfAbsent(card, key -> new Customer());
            return customer.result(() -> enkash.link(card), isClick);
        }
    }

    /** EnKash's link call and its bearer token. No error contains a secret. */
    private static final class Enkash {
        private static final String LINK_PATH = "/api/v0/partner/enKashCard/vkyc/link";
        private static final int ANSWER_LIMIT = 65_536;
        /** After refused credentials: EnKash locks an account after three refusals in a row. */
        private static final Duration SUSPENDED = Duration.ofSeconds(60);
        private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1");
        private static final Pattern LINK =
                Pattern.compile("(https?)://([a-z0-9.-]+)(:[0-9]+)?(?:[/?#][!-\\[\\]-~]*)?");

        private final Map<String, String> settings = new LinkedHashMap<>();
        private final List<String> linkHosts = Settings.list("VKYC_LINK_HOSTS", "*.signzy.tech *.signzy.app");
        private final Duration timeout = Duration.ofMillis(Settings.number("ENKASH_TIMEOUT_MS", 10_000));
        // follows no redirect, so that no other host receives the bearer token
        private final HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
        private String token = "";
        private Instant tokenEnds = Instant.EPOCH, suspendedUntil = Instant.EPOCH;

        Enkash() {
            for (String name : "URL PARTNER_ID TOKEN_URL CLIENT_ID USERNAME PASSWORD AUTHORIZATION".split(" "))
                settings.put(name, Settings.get("ENKASH_" + name, ""));
            String missing = settings.keySet().stream()
                    .filter(name -> settings.get(name).isEmpty())
                    .map(name -> "ENKASH_" + name)
                    .collect(Collectors.joining(", "));
            if (!missing.isEmpty())
                throw new IllegalArgumentException(
                        "Set the values that EnKash gave you in the environment: " + missing + ".");
            for (String name : List.of("URL", "TOKEN_URL")) {
                URI url = URI.create(settings.get(name));
                if (!"https".equals(url.getScheme()) && (url.getHost() == null || !LOOPBACK.contains(url.getHost())))
                    throw new IllegalArgumentException(
                            "ENKASH_" + name + ": expected an https URL, or one of this computer.");
            }
        }

        /** EnKash's answer for a card. Whether it ends the previous link is not documented, so call it rarely. */
        Map<String, Object> link(String card) {
            String refused = bearer(null);
            Answer answer = fetchLink(card, refused);
            if (answer.status == 401 || answer.status == 403) answer = fetchLink(card, bearer(refused));
            switch (answer.status) {
                case 404, 422 -> throw new Refusal(409, "not_eligible");
                case 401, 403 -> throw new Refusal(503, "upstream_auth");
                case 429 -> throw new Refusal(429, "rate_limited", 30);
                default -> { }
            }
            if (answer.status >= 500) throw new Refusal(503, "upstream_down");
            Map<String, Object> payload = Json.object(answer.body.get("payload"));
            if (answer.status != 200 || !Json.isZero(answer.body.get("code")) || payload == null)
                throw new Refusal(502, "invalid_upstream_response");
            for (String name : List.of("enkashCardId", "enKashCardId"))
                if (payload.containsKey(name) && !card.equals(payload.get(name)))
                    throw new Refusal(502, "wrong_customer");
            if (!isSafeLink(payload.get("kycLink"))) throw new Refusal(502, "invalid_link");
            return payload;
        }

        private Answer fetchLink(String card, String bearer) {
            String base = settings.get("URL").replaceFirst("/+$", "");
            String query = "?enKashCardId=" + URLEncoder.encode(card, StandardCharsets.UTF_8);
            return fetch(HttpRequest.newBuilder(URI.create(base + LINK_PATH + query))
                    .header("partnerId", settings.get("PARTNER_ID"))
                    .header("Authorization", "Bearer " + bearer));
        }

        /** The token, renewed at half its lifetime or when EnKash refuses it; one request serves all callers. */
        private synchronized String bearer(String refused) {
            Instant now = Instant.now();
            if (!token.equals(refused) && now.isBefore(tokenEnds)) return token;
            if (now.isBefore(suspendedUntil)) throw new Refusal(503, "upstream_auth");
            String form = formOf(Map.of("grant_type", "password", "clientId", settings.get("CLIENT_ID"),
                    "username", settings.get("USERNAME"), "password", settings.get("PASSWORD")));
            suspendedUntil = now.plus(timeout.multipliedBy(2)); // if this request fails
            Answer answer = fetch(HttpRequest.newBuilder(URI.create(settings.get("TOKEN_URL")))
                    .header("Authorization", settings.get("AUTHORIZATION"))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString(form)));
            boolean isToken = answer.body.get("access_token") instanceof String text && text.matches("[!-~]+");
            if (answer.status != 200 || !isToken) {
                if (answer.status >= 400 && answer.status < 500) suspendedUntil = now.plus(SUSPENDED);
                throw new Refusal(503, "upstream_auth");
            }
            boolean hasLifetime = answer.body.get("expires_in") instanceof Number seconds && seconds.longValue() > 0;
            long lifetime = hasLifetime ? ((Number) answer.body.get("expires_in")).longValue() : 300;
            token = (String) answer.body.get("access_token");
            tokenEnds = now.plusSeconds(lifetime / 2);
            suspendedUntil = Instant.EPOCH;
            return token;
        }

        private record Answer(int status, Map<String, Object> body) { }

        private static String formOf(Map<String, String> fields) {
            return fields.entrySet().stream()
                    .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                    .collect(Collectors.joining("&"));
        }

        /** The status, and the JSON object of a 200; an empty one where there is none. */
        private Answer fetch(HttpRequest.Builder builder) {
            Instant deadline = Instant.now().plus(timeout);
            HttpRequest request = builder.timeout(timeout).build(); // until the headers are there
            try {
                HttpResponse<InputStream> response = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
                try (InputStream stream = response.body()) {
                    if (response.statusCode() != 200) return new Answer(response.statusCode(), Map.of());
                    byte[] body = readUntil(deadline, stream);
                    boolean isReadable = body.length <= ANSWER_LIMIT
                            && isJson(response.headers().firstValue("Content-Type").orElse(null));
                    Map<String, Object> object = isReadable ? Json.parseObject(body) : null;
                    if (object == null) throw new Refusal(502, "invalid_upstream_response");
                    return new Answer(200, object);
                }
            } catch (HttpTimeoutException error) {
                throw new Refusal(504, "upstream_timeout");
            } catch (IOException error) {
                throw new Refusal(503, "upstream_down");
            } catch (InterruptedException error) {
                Thread.currentThread().interrupt();
                throw new Refusal(503, "upstream_down");
            }
        }

        /** Closing the stream ends a read that waits. */
        private static byte[] readUntil(Instant deadline, InputStream stream) throws IOException {
            long left = Math.max(0, Duration.between(Instant.now(), deadline).toMillis());
            AtomicBoolean isLate = new AtomicBoolean();
            CompletableFuture<Void> watch = CompletableFuture.runAsync(() -> {
                isLate.set(true);
                close(stream);
            }, CompletableFuture.delayedExecutor(left, TimeUnit.MILLISECONDS));
            try {
                byte[] body = stream.readNBytes(ANSWER_LIMIT + 1);
                if (isLate.get()) throw new HttpTimeoutException("");
                return body;
            } catch (IOException error) {
                throw isLate.get() ? new HttpTimeoutException("") : error;
            } finally {
                watch.cancel(false);
            }
        }

        private static void close(InputStream stream) {
            try {
                stream.close();
            } catch (IOException error) {
                throw new UncheckedIOException(error);
            }
        }

        /** https on a listed host, with no user name and no port; a loopback host listed by name may have http and a port. */
        private boolean isSafeLink(Object link) {
            if (!(link instanceof String text) || text.length() > 2048) return false;
            var parts = LINK.matcher(text);
            if (!parts.matches()) return false;
            String host = parts.group(2);
            if (LOOPBACK.contains(host)) return linkHosts.contains(host);
            boolean isListed = linkHosts.stream().anyMatch(listed -> host.equals(listed)
                    || listed.startsWith("*.") && ("." + host).endsWith(listed.substring(1)));
            return isListed && parts.group(1).equals("https") && parts.group(3) == null;
        }
    }

    /** JSON, which the JDK lacks: objects are maps, numbers are Long or Double. */
    private static final class Json {
        private static final int DEPTH_LIMIT = 64;
        private static final Pattern NUMBER = Pattern.compile("-?(?:0|[1-9][0-9]*)(?:\\.[0-9]+)?(?:[eE][+-]?[0-9]+)?");

        private final String text;
        private int at, depth;

        private Json(String text) {
            this.text = text;
        }

        /** The object that UTF-8 bytes are; null for anything else. */
        static Map<String, Object> parseObject(byte[] bytes) {
            try {
                Json json = new Json(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
                Object value = json.value();
                json.skipSpace();
                return json.at == json.text.length() ? object(value) : null;
            } catch (CharacterCodingException | IllegalArgumentException | IndexOutOfBoundsException error) {
                return null;
            }
        }

        /** A parsed value as an object; null for any other value. */
        @SuppressWarnings("unchecked") // the keys of every map of this parser are strings
        static Map<String, Object> object(Object value) {
            return value instanceof Map ? (Map<String, Object>) value : null;
        }

        static boolean isZero(Object value) {
            return value instanceof Number number && number.doubleValue() == 0;
        }

        private Object value() {
            skipSpace();
            char first = text.charAt(at);
            return switch (first) {
                case '{' -> nested(this::members);
                case '[' -> nested(this::items);
                case '"' -> string();
                case 't' -> word("true", true);
                case 'f' -> word("false", false);
                case 'n' -> word("null", null);
                default -> number();
            };
        }

        private Object nested(Supplier<Object> parse) {
            at++;
            if (++depth > DEPTH_LIMIT) throw new IllegalArgumentException();
            Object value = parse.get();
            depth--;
            return value;
        }

        private Object members() {
            Map<String, Object> members = new LinkedHashMap<>();
            if (take('}')) return members;
            do {
                skipSpace();
                String name = string();
                expect(':');
                members.put(name, value());
            } while (take(','));
            expect('}');
            return members;
        }

        private Object items() {
            List<Object> items = new ArrayList<>();
            if (take(']')) return items;
            do items.add(value()); while (take(','));
            expect(']');
            return items;
        }

        private String string() {
            expect('"');
            StringBuilder string = new StringBuilder();
            for (char next; (next = text.charAt(at++)) != '"'; ) {
                if (next < ' ') throw new IllegalArgumentException();
                string.append(next == '\\' ? escaped() : next);
            }
            return string.toString();
        }

        private char escaped() {
            char kind = text.charAt(at++);
            return switch (kind) {
                case '"', '\\', '/' -> kind;
                case 'b' -> '\b';
                case 'f' -> '\f';
                case 'n' -> '\n';
                case 'r' -> '\r';
                case 't' -> '\t';
                case 'u' -> (char) HexFormat.fromHexDigits(text, at, at += 4);
                default -> throw new IllegalArgumentException();
            };
        }

        private Object number() {
            var number = NUMBER.matcher(text).region(at, text.length());
            if (!number.lookingAt()) throw new IllegalArgumentException();
            at = number.end();
            String digits = number.group();
            if (digits.matches("-?[0-9]{1,18}")) return Long.valueOf(digits);
            double value = Double.parseDouble(digits);
            if (Double.isInfinite(value)) throw new IllegalArgumentException();
            return value;
        }

        private Object word(String word, Object value) {
            if (!text.startsWith(word, at)) throw new IllegalArgumentException();
            at += word.length();
            return value;
        }

        private boolean take(char wanted) {
            skipSpace();
            boolean isThere = text.charAt(at) == wanted;
            if (isThere) at++;
            return isThere;
        }

        private void expect(char wanted) {
            if (!take(wanted)) throw new IllegalArgumentException();
        }

        private void skipSpace() {
            while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) at++;
        }

        static String write(Object value) {
            if (value instanceof Map<?, ?> members)
                return members.entrySet().stream()
                        .map(member -> write(member.getKey()) + ":" + write(member.getValue()))
                        .collect(Collectors.joining(",", "{", "}"));
            if (value instanceof List<?> items)
                return items.stream().map(Json::write).collect(Collectors.joining(",", "[", "]"));
            return value instanceof String string ? quoted(string) : String.valueOf(value);
        }

        private static String quoted(String string) {
            StringBuilder text = new StringBuilder("\"");
            string.chars().forEach(unit -> {
                if (unit == '"' || unit == '\\' || unit < ' ') text.append(String.format("\\u%04x", unit));
                else text.append((char) unit);
            });
            return text.append('"').toString();
        }
    }
}
