// SPDX-License-Identifier: Apache-2.0
package org.lapwing.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TableTest {

    private static Table read(String text, Schema schema) {
        return Table.read(in(text.getBytes(StandardCharsets.UTF_8)), "lists/a.csv", schema);
    }

    private static InputStream in(byte[] bytes) {
        return new ByteArrayInputStream(bytes);
    }

    private static List<List<String>> cells(String text) {
        return read(text, Schema.none()).rows().stream().map(Row::cells).toList();
    }

    @Test
    void readsTheShapesThatPeopleSend() {
        List<List<String>> expected = List.of(List.of("1", "дом, \"два\"\nтри"), List.of("", "x"));
        String plain = "id,words\n1,\"дом, \"\"два\"\"\nтри\"\n,x\n";
        assertThat(cells(plain)).isEqualTo(expected);
        assertThat(cells("\uFEFF" + plain)).isEqualTo(expected);
        assertThat(cells(plain.substring(0, plain.length() - 1))).isEqualTo(expected);
        assertThat(cells(plain + "\r\n\n")).isEqualTo(expected);
        assertThat(cells("id;words\r\n1;\"дом, \"\"два\"\"\nтри\"\r\n;x\r\n")).isEqualTo(expected);
        assertThat(cells("\"a,b\";c\n1,2;3\n")).containsExactly(List.of("1,2", "3"));
        assertThat(cells("only\n\n\"\"\nz;1\n")).containsExactly(List.of(""), List.of(""), List.of("z;1"));
    }

    @Test
    void knowsOnWhichLineEachRowBegins() {
        assertThat(read("a,b\n1,\"x\ny\"\n2,z\n", Schema.none()).rows().stream().map(Row::line))
                .containsExactly(2L, 4L);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | 'lists/a.csv: the file is empty; accepted: a header and one row at least'",
                "'a,b^' | 'lists/a.csv, line 1: there is a header and no row; accepted: a header and one row at least'",
                "'a,a^1,2^' | 'lists/a.csv, line 1, column \"a\": two columns have this name; accepted: each name once'",
                "'a,^1,2^' | 'lists/a.csv, line 1: column 2 has no name; accepted: a name for each column'",
                "'a,b^1,2^3^' | 'lists/a.csv, line 3: the row has 1 cell; accepted: 2 cells, as in the header'",
                "'a,b^1,2,3^' | 'lists/a.csv, line 2: the row has 3 cells; accepted: 2 cells, as in the header'",
                "'a,b^^1,2^' | 'lists/a.csv, line 2: the row has 1 cell; accepted: 2 cells, as in the header'",
                "'a,b^1,\"x^2,y^' | 'lists/a.csv, line 2, column \"b\": a quotation mark opens and is never closed; accepted: cells in quotation marks with each mark inside them doubled, as in RFC 4180'",
                "'a,b^1,x\"y^' | 'lists/a.csv, line 2, column \"b\": there is a quotation mark inside a cell that is not quoted; accepted: cells in quotation marks with each mark inside them doubled, as in RFC 4180'",
                "'a,b^1,\"x\"y^' | 'lists/a.csv, line 2, column \"b\": text follows a closing quotation mark; accepted: cells in quotation marks with each mark inside them doubled, as in RFC 4180'",
                "'a,b^1,x@^' | 'lists/a.csv, line 2, column \"b\": byte 7 of the file is NUL; accepted: text'",
                "'a,b^1,xR2,y' | 'lists/a.csv, line 2: a line ends in a carriage return alone; accepted: lines that end in LF or CRLF'",
            })
    void saysWhereAndWhatIsAccepted(String text, String message) {
        String csv = text.replace('^', '\n').replace('@', '\0').replace('R', '\r');
        assertThatThrownBy(() -> read(csv, Schema.none()))
                .isInstanceOf(TableException.class)
                .hasMessage(message);
    }

    /** Overlong, surrogate, beyond Unicode, truncated, lone continuation, Windows-1251, UTF-16. */
    @ParameterizedTest
    @CsvSource({
        "C0AF, 6",
        "E0809F, 6",
        "EDA080, 6",
        "F4908080, 6",
        "F08FBFBF, 6",
        "D0, 6",
        "80, 6",
        "EFF0E8, 6",
        "C328, 6",
        "FF, 6",
        "78E28C, 7"
    })
    void namesTheByteThatIsNotUtf8(String hex, long at) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write("a,b\n1,".getBytes(StandardCharsets.US_ASCII));
        bytes.write(java.util.HexFormat.of().parseHex(hex));
        assertThatThrownBy(() -> Table.read(in(bytes.toByteArray()), "lists/a.csv", Schema.none()))
                .hasMessageStartingWith(
                        "lists/a.csv, line 2, column \"b\": byte " + at + " of the file, counted from 0, is not UTF-8");
        assertThatThrownBy(() -> Table.read(in("a,b".getBytes(StandardCharsets.UTF_16LE)), "x", Schema.none()))
                .isInstanceOf(TableException.class);
    }

    @Test
    void findsTheByteBeyondTheFirstBuffer() {
        byte[] bytes = ("a\n" + "x\n".repeat(100_000) + "z").getBytes(StandardCharsets.US_ASCII);
        bytes[bytes.length - 1] = (byte) 0xFF;
        assertThatThrownBy(() -> Table.read(in(bytes), "f", Schema.none()))
                .hasMessageContaining("line 100002")
                .hasMessageContaining("byte 200002 of");
    }

    /** Each code point at the edges of the UTF-8 lengths comes through as it is. */
    @Test
    void keepsEveryLengthOfUtf8() {
        for (int c : new int[] {0x7F, 0x80, 0x7FF, 0x800, 0xD7FF, 0xE000, 0xFFFF, 0x10000, 0x10FFFF}) {
            assertThat(cells("a,b\n" + Character.toString(c) + ",x\n"))
                    .containsExactly(List.of(Character.toString(c), "x"));
        }
    }

    @Test
    void refusesWhatIsTooLargeAndNamesTheLimit() {
        String most = "x".repeat(1 << 20);
        assertThat(cells("a,b\n1," + most + "\n").getFirst().get(1)).hasSize(1 << 20);
        assertThatThrownBy(() -> read("a,b\n1," + most + "x\n", Schema.none()))
                .hasMessage(
                        "lists/a.csv, line 2, column \"b\": a cell is longer than 1048576 bytes; accepted: shorter cells");
        StringBuilder wide = new StringBuilder("c0");
        for (int i = 1; i < 10_000; i++) {
            wide.append(",c").append(i);
        }
        assertThatThrownBy(() -> read(wide + "\n", Schema.none()))
                .hasMessage("lists/a.csv, line 1: there are more than 1000 columns; accepted: at most 1000");
    }

    private static final Column<Long> DAYS = Column.of("days", CellType.wholeNumber(0, 999));
    private static final Column<Optional<Long>> AGE =
            Column.of("age", CellType.wholeNumber(0, 120).orEmpty());

    @Test
    void givesTypedValuesAndLeavesTheRestAsText() {
        Row row = read("note,age,days\nx,,12\n", Schema.of(DAYS, AGE).andOthers())
                .rows()
                .getFirst();
        assertThat(row.get(DAYS)).isEqualTo(12L);
        assertThat(row.get(AGE)).isEmpty();
        assertThat(row.text("note")).isEqualTo("x");
        assertThatThrownBy(() -> row.text("other")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> row.get(Column.text("note"))).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1000", "-1", "1.0", "+1", " 1", "", "١", "99999999999999999999", "1e2", "0x1"})
    void refusesNumbersThatAreNoneAndShowsThem(String cell) {
        assertThatThrownBy(() -> read("days\n\"" + cell + "\"\n", Schema.of(DAYS)))
                .hasMessage("lists/a.csv, line 2, column \"days\": \"" + cell
                        + "\" is not a whole number in range; accepted: whole numbers from 0 to 999");
    }

    @Test
    void neverShowsTheValueOfASealedColumn() {
        assertThatThrownBy(() -> read("days\nplanted-word\n", Schema.of(DAYS.withValuesSealed())))
                .hasMessage("lists/a.csv, line 2, column \"days\": the value is not a whole number in range;"
                        + " accepted: whole numbers from 0 to 999");
    }

    @Test
    void shortensWhatItShowsAndKeepsItOnOneLine() {
        assertThatThrownBy(() -> read("days\n\"a\n\u202e" + "b".repeat(500) + "\"\n", Schema.of(DAYS)))
                .hasMessageContaining("\"a··" + "b".repeat(17) + "…\" is not");
    }

    @Test
    void holdsTheHeaderToTheSchema() {
        assertThatThrownBy(() -> read("age\n1\n", Schema.of(DAYS, AGE)))
                .hasMessage(
                        "lists/a.csv, line 1, column \"days\": this column is missing; accepted: the columns days, age");
        assertThatThrownBy(() -> read("age,days,x\n1,1,1\n", Schema.of(DAYS, AGE)))
                .hasMessage(
                        "lists/a.csv, line 1, column \"x\": this column is not expected; accepted: the columns days, age");
        assertThat(read("days\n", Schema.of(DAYS).orNoRows()).rows()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void readsBackWhateverItWrote(long seed) throws IOException {
        SplittableRandom random = new SplittableRandom(seed);
        String[] pieces = {"\"", ",", ";", "\n", "\r", "\r\n", "a", "ж", "\uD83D\uDC26", " ", "=", "\uFEFF", "'", "\t"};
        for (int round = 0; round < 500; round++) {
            int columns = 1 + random.nextInt(4);
            List<String> header = new ArrayList<>();
            for (int i = 0; i < columns; i++) {
                header.add(pieces[random.nextInt(pieces.length)] + "c" + i);
            }
            List<List<String>> rows = new ArrayList<>();
            for (int r = 1 + random.nextInt(5); r > 0; r--) {
                List<String> row = new ArrayList<>();
                for (int i = 0; i < columns; i++) {
                    StringBuilder cell = new StringBuilder();
                    for (int n = random.nextInt(4); n > 0; n--) {
                        cell.append(pieces[random.nextInt(pieces.length)]);
                    }
                    row.add(cell.toString());
                }
                rows.add(row);
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try (TableWriter writer = TableWriter.to(out, header, TableWriter.Formulas.AS_THEY_ARE)) {
                for (List<String> row : rows) {
                    writer.row(row);
                }
                writer.finish();
            }
            Table again = Table.read(in(out.toByteArray()), "again", Schema.none());
            assertThat(again.header()).isEqualTo(header);
            assertThat(again.rows().stream().map(Row::cells)).isEqualTo(rows);
        }
    }

    /** No bytes bring anything but a table or a TableException. */
    @Test
    void survivesAnyBytes() {
        SplittableRandom random = new SplittableRandom(11);
        byte[] alphabet = "a,;\"\n\r\0\u00e9".getBytes(StandardCharsets.UTF_8);
        int tables = 0;
        for (int i = 0; i < 50_000; i++) {
            byte[] bytes = new byte[random.nextInt(12)];
            for (int b = 0; b < bytes.length; b++) {
                bytes[b] = alphabet[random.nextInt(alphabet.length)];
            }
            try {
                tables += Table.read(in(bytes), "any", Schema.none()).rows().isEmpty() ? 0 : 1;
            } catch (TableException refused) {
                assertThat(refused.accepted()).isNotEmpty();
            }
        }
        assertThat(tables).isPositive();
    }

    @Test
    void defusesFormulasWhenAsked() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (TableWriter writer =
                TableWriter.to(out, List.of("a", "b", "c", "d", "e", "f"), TableWriter.Formulas.DEFUSED)) {
            writer.row(List.of("=1+1", "+1", "-1", "@x", "\tx", "a=b"));
            writer.finish();
        }
        assertThat(out).hasToString("a,b,c,d,e,f\n'=1+1,'+1,'-1,'@x,'\tx,a=b\n");
    }

    @Test
    void leavesTheOldFileAndNothingElseWhenItDoesNotFinish(@TempDir Path folder) throws IOException {
        Path target = folder.resolve("pairs.csv");
        Files.writeString(target, "old");
        try (TableWriter writer = TableWriter.to(target, List.of("a"), TableWriter.Formulas.AS_THEY_ARE)) {
            writer.row(List.of("planted-word"));
        }
        assertThat(target).hasContent("old");
        assertThat(names(folder)).containsExactly("pairs.csv");
        try (TableWriter writer = TableWriter.to(target, List.of("a"), TableWriter.Formulas.AS_THEY_ARE)) {
            writer.row(List.of("new"));
            assertThat(target).hasContent("old");
            writer.finish();
        }
        assertThat(target).hasContent("a\nnew\n");
        assertThat(names(folder)).containsExactly("pairs.csv");
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(f -> f.getFileName().toString()).toList();
        }
    }

    @Test
    void streamsRowsWithoutKeepingThem() throws IOException {
        InputStream endless = new InputStream() {
            private final byte[] row = "1,2\n".getBytes(StandardCharsets.US_ASCII);
            private long at;

            @Override
            public int read() {
                return row[(int) (at++ % row.length)];
            }
        };
        // No end to this table: a reader that gathered rows would never return from here.
        TableReader reader = TableReader.open(endless, "endless", Schema.none());
        for (int i = 0; i < 100_000; i++) {
            assertThat(reader.next().line()).isEqualTo(i + 2L);
        }
    }
}
