// SPDX-License-Identifier: Apache-2.0
package org.lapwing.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How long the desk's pages take for one member, over real HTTP on loopback, one request after the other. */
record DeskPages(String room, Visitor member) {
    /** In how many milliseconds at the 99th percentile. */
    private static final double PAGE = 100;

    private static final double SEARCH = 20;

    /** So many are thrown away first, so many are counted; the slowest of fewer than a hundred is their p99. */
    private static final int WARM = 50;

    private static final int ASKED = 100;

    /** Words of the large world, alone and together, common and rarer, in both languages; a quotation; one unknown word. */
    private static final List<String> QUERIES = List.of(
            "подвал",
            "серая машина без номеров",
            "родные продали корову",
            "\"считал шаги по коридору\"",
            "следователь вернул заявление",
            "basement",
            "grey car without plates",
            "the family sold a cow",
            "\"counted steps in the corridor\"",
            "unheardofword");

    /** The works named in the page's own navigation, and of each the first page that it leads to. */
    List<Figure> works() throws IOException, InterruptedException {
        List<String> works = member.links("/home").stream()
                .filter(link -> link.matches("/[a-z]+"))
                .filter(link -> !link.equals("/lock"))
                .distinct()
                .sorted(Comparator.naturalOrder())
                .toList();
        Map<String, String> addresses = new TreeMap<>();
        for (String work : works) {
            if (member.get(work).status() == 200) {
                addresses.put(work, work);
                member.links(work).stream()
                        .filter(link -> link.matches(work + "/[a-z2-7]{26}"))
                        .findFirst()
                        .ifPresent(first -> addresses.put(work + "/ID", first));
            }
        }
        List<Figure> figures = new ArrayList<>();
        for (var each : addresses.entrySet()) {
            figures.add(page(each.getKey(), each.getValue()));
        }
        return figures;
    }

    Figure page(String called, String address) throws IOException, InterruptedException {
        return figure("page `" + called + "`", times(address), PAGE);
    }

    /** Each query is kept in the session by a form, then its page is asked for; all queries are one figure each language. */
    List<Figure> searches() throws IOException, InterruptedException {
        Visitor.Form form = Visitor.forms(member.get("/search").text()).stream()
                .filter(each -> each.action().equals("/search"))
                .findFirst()
                .orElseThrow(() -> new IOException("the desk has no search"));
        List<Figure> figures = new ArrayList<>();
        // The same page where nothing is sought: what is above this, the search and its results cost.
        double bare = Rounds.of(times("/search")).middle();
        figures.add(Figure.plain(room, "page `/search` where nothing is sought, p50", Rounds.number(bare) + " ms"));
        int number = 0;
        for (String query : QUERIES) {
            Visitor.Answer first = member.post(form.with("words", query));
            number++;
            if (first.status() != 200) {
                throw new IOException("a search gave status " + first.status());
            }
            figures.add(search(query, Rounds.of(times("/search?n=" + number)), bare));
        }
        return figures;
    }

    private Figure search(String query, Rounds told, double bare) {
        double itself = told.quantile(0.99) - bare;
        return Figure.judged(
                room,
                "search `" + query + "`: whole page p50 and p99 of " + ASKED + ", and the p99 less the bare page",
                Rounds.number(told.middle()) + " and " + Rounds.number(told.quantile(0.99)) + " ms, "
                        + Rounds.number(itself) + " ms",
                new Figure.Target(Rounds.number(SEARCH) + " ms", itself < SEARCH));
    }

    private double[] times(String address) throws IOException, InterruptedException {
        double[] milliseconds = new double[ASKED];
        for (int i = -WARM; i < ASKED; i++) {
            long start = System.nanoTime();
            Visitor.Answer answer = member.get(address);
            double took = (System.nanoTime() - start) / 1e6;
            if (answer.status() != 200) {
                throw new IOException("a page of the desk gave status " + answer.status());
            }
            if (i < 0 && took > 2000) {
                // What takes seconds is not asked for 150 times: five times tell as much.
                return few(address, took);
            }
            if (i >= 0) {
                milliseconds[i] = took;
            }
        }
        return milliseconds;
    }

    private double[] few(String address, double first) throws IOException, InterruptedException {
        double[] milliseconds = {first, 0, 0, 0, 0};
        for (int i = 1; i < milliseconds.length; i++) {
            long start = System.nanoTime();
            member.get(address);
            milliseconds[i] = (System.nanoTime() - start) / 1e6;
        }
        return milliseconds;
    }

    private Figure figure(String what, double[] milliseconds, double target) {
        Rounds told = Rounds.of(milliseconds);
        return Figure.judged(
                room,
                what + ", p50 and p99 of " + milliseconds.length,
                Rounds.number(told.middle()) + " and " + Rounds.number(told.quantile(0.99)) + " ms",
                new Figure.Target(Rounds.number(target) + " ms", told.quantile(0.99) < target));
    }
}
