// SPDX-License-Identifier: Apache-2.0
package org.lapwing.desk.search;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.IntRange;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.Term;
import org.apache.lucene.util.BytesRef;
import org.lapwing.casebook.fact.Text;
import org.lapwing.edtf.Edtf;

/** Makes of each writing what its index keeps: stems with their places, a key, days, places. No text. For one thread. */
final class DocumentMaker {
    static final String WORDS = "words";
    static final String SPELT = "spelt";
    static final String KEY = "key";
    static final String MATTER = "matter";
    static final String WHEN = "when";
    static final String AT = "at";
    static final String LABELLED = "labelled";
    static final String MASKED = "masked";
    static final String YES = "y";

    private static final FieldType STEMS = type(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS, false);
    private static final FieldType SPELLINGS = type(IndexOptions.DOCS, true);

    private final WordCut cut = new WordCut();

    static Term term(Key key) {
        return new Term(KEY, key.bytes());
    }

    /** The days that a date may cover, as Lucene takes a range; open ends reach as far as days go. */
    static int first(Edtf date) {
        return date.earliest().map(DocumentMaker::day).orElse(Integer.MIN_VALUE);
    }

    static int last(Edtf date) {
        return date.latest().map(DocumentMaker::day).orElse(Integer.MAX_VALUE);
    }

    private static int day(LocalDate date) {
        return Math.clamp(date.toEpochDay(), Integer.MIN_VALUE, Integer.MAX_VALUE);
    }

    Document of(Key key, Writing writing) {
        Document document = new Document();
        document.add(new StringField(KEY, key.bytes(), Field.Store.NO));
        document.add(new BinaryDocValuesField(KEY, key.bytes()));
        document.add(new StringField(MATTER, key.matter().word(), Field.Store.NO));
        document.add(new NumericDocValuesField(MATTER, key.matter().number()));
        writing.when()
                .ifPresent(date -> document.add(new IntRange(WHEN, new int[] {first(date)}, new int[] {last(date)})));
        writing.at().forEach(place -> document.add(new StringField(AT, new BytesRef(place.bytes()), Field.Store.NO)));
        if (writing.labelled()) {
            document.add(new StringField(LABELLED, YES, Field.Store.NO));
        }
        if (writing.masked()) {
            document.add(new StringField(MASKED, YES, Field.Store.NO));
        }
        addWords(document, key, writing);
        return document;
    }

    private void addWords(Document document, Key key, Writing writing) {
        TermStream stems = new TermStream();
        Set<String> spellings = new LinkedHashSet<>();
        Stream.concat(writing.texts().stream().map(Text::words), writing.terms().stream())
                .map(cut::of)
                .forEach(words -> {
                    stems.add(words);
                    spellings.addAll(spellings(key, words));
                });
        TermStream spelt = new TermStream();
        int at = 0;
        for (String each : spellings) {
            spelt.add(each, at++);
        }
        document.add(new Field(WORDS, stems, STEMS));
        document.add(new Field(SPELT, spelt, SPELLINGS));
    }

    /** Only names have two spellings, and names are written with a capital; where all is name, all counts. */
    private static List<String> spellings(Key key, List<WordCut.Word> words) {
        return words.stream()
                .filter(word -> !word.stem().passedOver() && (word.capital() || key.matter() == Matter.NAME))
                .map(word -> word.stem().spelling())
                .filter(spelling -> !spelling.isEmpty())
                .toList();
    }

    private static FieldType type(IndexOptions options, boolean withoutNorms) {
        FieldType type = new FieldType();
        type.setTokenized(true);
        type.setIndexOptions(options);
        type.setOmitNorms(withoutNorms);
        type.freeze();
        return type;
    }
}
