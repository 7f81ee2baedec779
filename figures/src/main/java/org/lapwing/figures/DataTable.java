// SPDX-License-Identifier: Apache-2.0
package org.lapwing.figures;

import java.util.List;

/** Rows of written cells under a header; each row as long as the header. Cells that begin as a number align right. */
public record DataTable(List<String> header, List<List<String>> rows) {
    public DataTable {
        header = List.copyOf(header);
        rows = rows.stream().map(List::copyOf).toList();
        for (List<String> row : rows) {
            if (row.size() != header.size()) {
                throw new IllegalArgumentException("a row has " + row.size() + " cells under " + header.size());
            }
        }
    }

    String html() {
        StringBuilder html = new StringBuilder("<div class=\"wide\"><table>\n<thead><tr>");
        header.forEach(cell ->
                html.append("<th scope=\"col\">").append(Svg.escape(cell)).append("</th>"));
        html.append("</tr></thead>\n<tbody>\n");
        for (List<String> row : rows) {
            html.append("<tr>");
            for (int i = 0; i < row.size(); i++) {
                String cell = row.get(i);
                String open = i == 0 ? "<th scope=\"row\">" : numeric(cell) ? "<td class=\"num\">" : "<td>";
                html.append(open).append(Svg.escape(cell)).append(i == 0 ? "</th>" : "</td>");
            }
            html.append("</tr>\n");
        }
        return html.append("</tbody></table></div>\n").toString();
    }

    private static boolean numeric(String cell) {
        return cell.matches("[\u2212+<>≤≥≈-]?\\s?\\d.*");
    }
}
