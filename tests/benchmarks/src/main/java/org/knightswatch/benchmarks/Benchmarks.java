package org.knightswatch.benchmarks;

import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/** The command: the benchmark's name, then options. Prints one line of JSON; fails when the server broke a promise. */
public final class Benchmarks {

    private static final String USAGE = """
            Usage: java -jar tests/benchmarks/target/benchmarks.jar join|renew|presence|expiry|presign|commit|hall [options]
              --candidates N  in the exam (600)          --room-size N  (25)
              --callers N     at once, one address (10)  --calls N      of renew and presence (20000)
              --warm-up N     calls before the clock starts (3000)
              --over http     how beats go; over the live socket, as candidates' pages do it, unless said otherwise
              --batch N       segments in one call (commit: 256, hall: 3)
              --minutes N     of hall (10)
              --data DIR      of a product that runs, or --url URL --key KEY; else ./run --skip-build starts one
            """;

    private static final List<String> NAMES =
            List.of("join", "renew", "presence", "expiry", "presign", "commit", "hall");
    private static final long ASKED_NANOS = 250_000_000;
    private static final int SECONDS_TO_EXPIRE = 600;

    private final Product product;
    private final Partner partner;
    private final Hall hall;
    private final Options options;
    private final Map<String, Object> result = new LinkedHashMap<>();

    private Benchmarks(Product product, Hall hall, Options options) {
        this.product = product;
        this.partner = product.partner();
        this.hall = hall;
        this.options = options;
    }

    public static void main(String[] words) throws IOException {
        if (words.length == 0 || !NAMES.contains(words[0])) {
            System.err.print(USAGE);
            System.exit(2);
        }
        if (words[0].equals("presign")) {
            System.out.println(Answer.JSON.writeValueAsString(Presigning.measure()));
            return;
        }
        Options options = Options.of(Arrays.asList(words).subList(1, words.length));
        boolean kept;
        try (Product product = Product.of(options);
                Hall hall = new Hall(product.url(), options.number("callers", 10))) {
            Benchmarks benchmark = new Benchmarks(product, hall, options);
            benchmark.result.put("benchmark", words[0]);
            kept = benchmark.run(words[0]);
            benchmark.result.put("serverMegabytes", product.megabytes());
            System.out.println(Answer.JSON.writeValueAsString(benchmark.result));
        }
        System.exit(kept ? 0 : 1);
    }

    private boolean run(String name) throws IOException {
        return switch (name) {
            case "join" -> join();
            case "expiry" -> expiry();
            case "renew" -> renew();
            case "commit" -> kept(segments().commit());
            case "hall" -> kept(segments().hall());
            default -> presence();
        };
    }

    /** The clock settles everybody who is in an exam that ends. */
    private boolean expiry() throws IOException {
        Crowd crowd = crowd(options.number("candidates", 600));
        crowd.join().allGood();
        long cpuMillis = product.cpuMillis();
        long began = System.nanoTime();
        partner.end(crowd.exam(), roomSize());
        double told = seconds(began);
        while (partner.count(crowd.exam(), "RUNNING") > 0 && seconds(began) < SECONDS_TO_EXPIRE) {
            LockSupport.parkNanos(ASKED_NANOS);
        }
        double took = seconds(began);
        int expired = partner.count(crowd.exam(), "EXPIRED");
        result.put("rows", crowd.size());
        result.put("perSecond", Math.round(crowd.size() / took));
        result.put("secondsToChangeTheExam", Math.round(told * 10) / 10.0);
        result.put("serverCpuMillisEach", Math.round((product.cpuMillis() - cpuMillis) * 100.0 / crowd.size()) / 100.0);
        result.put("lost", crowd.size() - expired);
        return expired == crowd.size();
    }

    private static double seconds(long began) {
        return (System.nanoTime() - began) / 1e9;
    }

    private boolean join() {
        Crowd before = crowd(Math.max(1, options.number("warm-up", 3000)));
        before.join().allGood();
        partner.endAndWait(before.exam(), roomSize());
        Crowd crowd = crowd(options.number("candidates", 600));
        long cpuMillis = product.cpuMillis();
        Hall.Outcome joins = crowd.join();
        Seating seating = Seating.of(partner.rooms(crowd.exam()), joins.answers());
        int ideal = (crowd.size() + roomSize() - 1) / roomSize();
        result.put("candidates", crowd.size());
        result.put("roomSize", roomSize());
        report(joins, cpuMillis);
        result.put("rooms", seating.rooms());
        result.put("idealRooms", ideal);
        result.put("lost", seating.lost());
        result.put("double", seating.doubled());
        result.put("overfull", seating.overfull());
        result.put("p50MillisOfFirstTenth", joins.millis(0.5, 0, 0.1));
        result.put("p50MillisOfLastTenth", joins.millis(0.5, 0.9, 1));
        partner.endAndWait(crowd.exam(), roomSize());
        return joins.failed() == 0 && seating.isRight(ideal);
    }

    private boolean renew() {
        Attending attending = attending();
        return measure(attending.size(), attending::renew);
    }

    private boolean presence() {
        Attending attending = attending();
        String over = options.text("over").orElse("socket");
        result.put("over", over);
        if (over.equals("http")) {
            return measure(attending.size(), attending::beat);
        }
        List<LiveLine> sockets = attending.connect(product.url());
        boolean kept = measure(
                attending.size(), (line, i) -> sockets.get(i % sockets.size()).beat());
        sockets.forEach(LiveLine::close);
        return kept;
    }

    private Segments segments() {
        return new Segments(product, hall, options, attending());
    }

    private boolean kept(Map<String, Object> measured) {
        result.putAll(measured);
        return measured.get("failed").equals(0L);
    }

    private Attending attending() {
        return Attending.of(
                crowd(options.number("candidates", 600)).join().allGood().answers());
    }

    private boolean measure(int candidates, Hall.Call call) {
        hall.call(Math.max(1, options.number("warm-up", 3000)), call).allGood();
        long cpuMillis = product.cpuMillis();
        Hall.Outcome calls = hall.call(options.number("calls", 20_000), call);
        result.put("candidates", candidates);
        result.put("calls", calls.answers().size());
        report(calls, cpuMillis);
        return calls.failed() == 0;
    }

    private Crowd crowd(int candidates) {
        return Crowd.gather(partner, hall, candidates, roomSize());
    }

    private int roomSize() {
        return options.number("room-size", 25);
    }

    private void report(Hall.Outcome outcome, long cpuMillisBefore) {
        double cpuMillis = product.cpuMillis() - cpuMillisBefore;
        result.put("callers", options.number("callers", 10));
        result.put("perSecond", Math.round(outcome.perSecond()));
        result.put("p50Millis", outcome.millis(0.5, 0, 1));
        result.put("p99Millis", outcome.millis(0.99, 0, 1));
        result.put(
                "serverCpuMillisEach",
                Math.round(cpuMillis * 100 / outcome.answers().size()) / 100.0);
        result.put("failed", outcome.failed());
    }
}
