// SPDX-License-Identifier: Apache-2.0
package org.lapwing.journeys;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Follows every link from where a member stands; of addresses that differ only by an id, the first one. */
final class Crawl {
    private final Page page;
    private final URI desk;
    private final List<String> faults = new ArrayList<>();

    Crawl(Page page, URI desk) {
        this.page = page;
        this.desk = desk;
    }

    /** What one address looks like without what differs from record to record. */
    static String pattern(String path) {
        return path.replaceAll("\\?.*", "")
                .replaceAll("/[a-z2-7]{26}(?=/|$)", "/ID")
                .replaceAll("/\\d+(?=/|$)", "/N");
    }

    interface Visit {
        void at(String pattern);
    }

    /** @return each page's pattern with the first address of it */
    Map<String, String> from(String start, Visit visit) {
        var seen = new LinkedHashMap<String, String>();
        var waiting = new ArrayDeque<String>();
        waiting.add(start);
        while (!waiting.isEmpty()) {
            String path = waiting.poll();
            String pattern = pattern(path);
            if (seen.putIfAbsent(pattern, path) != null) {
                continue;
            }
            Response answer = page.navigate(desk + path);
            if (answer.status() != 200) {
                faults.add(path + " linked from a page answers " + answer.status());
                continue;
            }
            visit.at(pattern);
            waiting.addAll(links());
        }
        return seen;
    }

    List<String> faults() {
        return faults;
    }

    private List<String> links() {
        var paths = new ArrayList<String>();
        for (Object link : (List<?>) page.evaluate("() => [...document.links].map(a => a.getAttribute('href'))")) {
            String path = String.valueOf(link).replaceAll("#.*", "");
            if (path.startsWith("/") && !path.matches(".*\\.[a-z]{2,4}$")) {
                paths.add(path);
            }
        }
        return paths;
    }
}
