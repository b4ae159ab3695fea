package dev.curfew.peers.experiment;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * One trial as it was drawn.
 *
 * @param site which server, counted from 0
 * @param x509Seconds TTLs of its identities; those of the others when it is about a node
 * @param before how long after its first credentials the deed is done
 * @param expiresIn for an expiry: how far in the future
 */
record Trial(
        int number,
        Deed deed,
        int site,
        List<Integer> x509Seconds,
        List<Integer> jwtSeconds,
        Duration before,
        Duration expiresIn) {

    private static final List<Deed> OFTEN =
            List.of(
                    Deed.DELETE,
                    Deed.DELETE,
                    Deed.DELETE,
                    Deed.DELETE,
                    Deed.DELETE,
                    Deed.DELETE,
                    Deed.SHORTEN,
                    Deed.SHORTEN,
                    Deed.SHORTEN,
                    Deed.SHORTEN,
                    Deed.SHORTEN,
                    Deed.UPDATE,
                    Deed.UPDATE,
                    Deed.BAN,
                    Deed.BAN,
                    Deed.EVICT_TOKEN,
                    Deed.EVICT);

    private static final int EXPIRIES_IN = 12;
    private static final int IDENTITIES_OF_A_NODE = 3;

    Trial {
        x509Seconds = List.copyOf(x509Seconds);
        jwtSeconds = List.copyOf(jwtSeconds);
    }

    /** The same for the same seed. */
    static List<Trial> draw(int count, long seed, List<Site.Kind> sites, boolean expiries) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Trial> trials = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            Deed deed =
                    expiries && number % EXPIRIES_IN == 0
                            ? Deed.EXPIRE
                            : OFTEN.get(random.nextInt(OFTEN.size()));
            int site = random.nextInt(sites.size());
            Site.Kind kind = sites.get(site);
            int identities = deed.isOfNode() ? IDENTITIES_OF_A_NODE : 1;
            List<Integer> x509 = new ArrayList<>();
            List<Integer> jwt = new ArrayList<>();
            for (int i = 0; i < identities; i++) {
                x509.add(random.nextInt(kind.shortestTtl(), kind.longestTtl() + 1));
                jwt.add(random.nextInt(kind.shortestTtl(), kind.longestTtl() + 1));
            }
            trials.add(
                    new Trial(
                            number,
                            deed,
                            site,
                            x509,
                            jwt,
                            Duration.ofMillis(random.nextInt(1000 * kind.longestTtl())),
                            Duration.ofMillis(random.nextInt(1000, 20_000))));
        }
        return trials;
    }

    String path(int identity) {
        return "/trial/" + number + "/" + identity;
    }

    /** Half of it: shorter by enough to tell the certificates apart. */
    static int shortened(int seconds) {
        return seconds / 2;
    }
}
