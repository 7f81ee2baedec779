// SPDX-License-Identifier: Apache-2.0
package org.lapwing.cli;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.lapwing.linkage.lists.RecordList;
import org.lapwing.tables.Limits;

/**
 * The first sheet of an .xlsx file (ECMA-376) as a list: its first row is the header, dates become ISO days, a formula's last
 * computed value is taken with a note that names the cell. Everything is checked before anything is used.
 */
final class Spreadsheet {

    private static final long MOST_BYTES = 1L << 30;
    private static final int MOST_CELL = 1 << 20;
    private static final int MOST_NOTES = 20;
    /** ECMA-376's own limit, column XFD: a cell that says it lies further right would cost memory for all before it. */
    private static final int MOST_COLUMNS = 16_384;
    /** 9999-12-31 as a day number. */
    private static final long LAST_DAY = 2_958_465;

    /** Day 0 of the 1900 system, with its extra day in February 1900. */
    private static final LocalDate EPOCH = LocalDate.of(1899, 12, 30);

    private final String file;
    private final PrintWriter notes;
    private final Map<String, byte[]> unpacked = new HashMap<>();
    private final List<String> shared = new ArrayList<>();
    private final Set<Integer> dateStyles = new HashSet<>();
    private int noted;

    private Spreadsheet(String file, PrintWriter notes) {
        this.file = file;
        this.notes = notes;
    }

    static RecordList read(InputStream in, String name, String file, PrintWriter notes) throws IOException {
        Spreadsheet sheet = new Spreadsheet(file, notes);
        try {
            sheet.unpack(in);
            sheet.readShared();
            sheet.readStyles();
            return sheet.readRows(name);
        } catch (XMLStreamException | ZipException | EOFException | IllegalArgumentException e) {
            // the last: a name in the zip that is not UTF-8, a number in the XML that is none
            throw new BadInput(file + ": it is not an .xlsx file that can be read; accepted: .xlsx or CSV");
        }
    }

    private void unpack(InputStream in) throws IOException {
        long bytes = 0;
        ZipInputStream zip = new ZipInputStream(in);
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            String part = entry.getName();
            if (part.equals("xl/sharedStrings.xml")
                    || part.equals("xl/styles.xml")
                    || part.equals("xl/worksheets/sheet1.xml")) {
                byte[] content = zip.readNBytes((int) Math.min(Integer.MAX_VALUE - 8, MOST_BYTES - bytes));
                bytes += content.length;
                if (bytes >= MOST_BYTES) {
                    throw new BadInput(file + ": it unpacks to more than 1 GiB; accepted: less, or CSV");
                }
                unpacked.put(part, content);
            }
        }
        if (!unpacked.containsKey("xl/worksheets/sheet1.xml")) {
            throw new BadInput(file + ": it has no first sheet; accepted: .xlsx or CSV");
        }
    }

    private XMLStreamReader xml(String part) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory.createXMLStreamReader(new ByteArrayInputStream(
                unpacked.getOrDefault(part, "<none/>".getBytes(java.nio.charset.StandardCharsets.US_ASCII))));
    }

    private void readShared() throws XMLStreamException {
        XMLStreamReader xml = xml("xl/sharedStrings.xml");
        StringBuilder text = new StringBuilder();
        boolean phonetic = false;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                switch (xml.getLocalName()) {
                    case "si" -> text.setLength(0);
                    case "rPh" -> phonetic = true;
                    case "t" -> text.append(phonetic ? "" : xml.getElementText());
                    default -> {}
                }
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                if (xml.getLocalName().equals("si")) {
                    shared.add(text.toString());
                } else if (xml.getLocalName().equals("rPh")) {
                    phonetic = false;
                }
            }
        }
    }

    /** Which cell styles show a number as a date. */
    private void readStyles() throws XMLStreamException {
        XMLStreamReader xml = xml("xl/styles.xml");
        Set<Integer> dateFormats = new HashSet<>();
        for (int id = 14; id <= 22; id++) {
            dateFormats.add(id);
        }
        boolean inside = false;
        int style = 0;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("numFmt")) {
                String format = xml.getAttributeValue(null, "formatCode");
                String code = format == null ? "" : format.replaceAll("\"[^\"]*\"|\\[[^]]*]", "");
                if (code.matches("(?i).*[yd].*")) {
                    dateFormats.add(Integer.parseInt(xml.getAttributeValue(null, "numFmtId")));
                }
            } else if (event == XMLStreamConstants.START_ELEMENT
                    && xml.getLocalName().equals("cellXfs")) {
                inside = true;
            } else if (event == XMLStreamConstants.END_ELEMENT
                    && xml.getLocalName().equals("cellXfs")) {
                inside = false;
            } else if (inside
                    && event == XMLStreamConstants.START_ELEMENT
                    && xml.getLocalName().equals("xf")) {
                String format = xml.getAttributeValue(null, "numFmtId");
                if (format != null && dateFormats.contains(Integer.parseInt(format))) {
                    dateStyles.add(style);
                }
                style++;
            }
        }
    }

    private RecordList readRows(String name) throws XMLStreamException {
        XMLStreamReader xml = xml("xl/worksheets/sheet1.xml");
        List<String> header = List.of();
        RecordList.Builder list = null;
        int line = 0;
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT
                    && xml.getLocalName().equals("row")) {
                String number = xml.getAttributeValue(null, "r");
                line = number == null ? line + 1 : Integer.parseInt(number);
                List<String> cells = row(xml, line, header);
                if (cells.stream().allMatch(String::isBlank)) {
                    continue;
                }
                if (list == null) {
                    header = header(cells, line);
                    list = new RecordList.Builder(name, file, header);
                } else {
                    list.row(line, padded(cells, header.size(), line));
                }
            }
        }
        if (list == null) {
            throw new BadInput(file + ": the first sheet is empty; accepted: a header and one row at least");
        }
        return list.build();
    }

    private List<String> header(List<String> cells, int line) {
        if (cells.size() > Limits.DEFAULT.columns()) {
            throw new BadInput(file + ", line " + line + ": there are " + cells.size() + " columns; accepted: at most "
                    + Limits.DEFAULT.columns());
        }
        for (int i = 0; i < cells.size(); i++) {
            if (cells.get(i).isBlank()) {
                throw new BadInput(file + ", line " + line + ": column " + (i + 1)
                        + " has no name; accepted: a name for each column");
            }
        }
        return cells;
    }

    private List<String> padded(List<String> cells, int size, int line) {
        List<String> padded = new ArrayList<>(cells);
        while (padded.size() > size && padded.getLast().isBlank()) {
            padded.removeLast();
        }
        if (padded.size() > size) {
            throw new BadInput(file + ", line " + line + ": the row has " + padded.size() + " cells; accepted: " + size
                    + " cells at most, as in the header");
        }
        while (padded.size() < size) {
            padded.add("");
        }
        return padded;
    }

    private List<String> row(XMLStreamReader xml, int line, List<String> header) throws XMLStreamException {
        List<String> cells = new ArrayList<>();
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("row")) {
                return cells;
            }
            if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("c")) {
                String reference = xml.getAttributeValue(null, "r");
                int column = reference == null ? cells.size() : column(reference);
                if (column < 0 || column >= MOST_COLUMNS) {
                    throw new BadInput(file + ", line " + line + ": a cell lies in no column; accepted: A to XFD");
                }
                while (cells.size() < column) {
                    cells.add("");
                }
                cells.add(cell(xml, line, column < header.size() ? header.get(column) : ""));
            }
        }
        return cells;
    }

    private static int column(String reference) {
        int column = 0;
        for (int i = 0; i < reference.length() && Character.isLetter(reference.charAt(i)); i++) {
            column = Math.min(MOST_COLUMNS + 1, column * 26 + reference.charAt(i) - 'A' + 1);
        }
        return column - 1;
    }

    private String cell(XMLStreamReader xml, int line, String column) throws XMLStreamException {
        String type = xml.getAttributeValue(null, "t");
        String style = xml.getAttributeValue(null, "s");
        StringBuilder parts = new StringBuilder();
        boolean formula = false;
        boolean computed = false;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("c")) {
                break;
            }
            if (event == XMLStreamConstants.START_ELEMENT) {
                switch (xml.getLocalName()) {
                    case "f" -> formula = true;
                    case "v", "t" -> {
                        parts.append(xml.getElementText());
                        computed = true;
                    }
                    default -> {}
                }
            }
        }
        String where = file + ", line " + line + ", column \"" + column + "\"";
        String value = parts.toString();
        if (value.length() > MOST_CELL) {
            throw new BadInput(
                    where + ": the cell is longer than " + MOST_CELL + " characters; accepted: shorter cells");
        }
        if (formula) {
            note(where, computed);
        }
        return text(value, type == null ? "n" : type, style, where);
    }

    private void note(String where, boolean computed) {
        if (!computed) {
            throw new BadInput(where + ": a formula that was never computed; accepted: a value");
        }
        if (noted++ < MOST_NOTES) {
            notes.println("  " + where + ": a formula; the value that it last had is taken");
        }
    }

    private static long day(double number) {
        if (!(number >= 0 && number <= LAST_DAY)) {
            throw new NumberFormatException("no day");
        }
        return (long) number;
    }

    private String text(String value, String type, @org.jspecify.annotations.Nullable String style, String where) {
        try {
            return switch (type) {
                case "s" -> shared.get(Integer.parseInt(value.strip()));
                case "str", "inlineStr" -> value;
                case "e" -> throw new BadInput(where + ": the cell shows an error; accepted: a value or nothing");
                default -> {
                    boolean date = style != null && dateStyles.contains(Integer.parseInt(style));
                    yield date && !value.isEmpty()
                            ? EPOCH.plusDays(day(Double.parseDouble(value))).toString()
                            : value;
                }
            };
        } catch (NumberFormatException | IndexOutOfBoundsException e) {
            throw new BadInput(
                    where + ": the cell does not hold what its type says; accepted: .xlsx as spreadsheets save it");
        }
    }
}
