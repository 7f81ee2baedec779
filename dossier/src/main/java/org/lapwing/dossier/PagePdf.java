// SPDX-License-Identifier: Apache-2.0
package org.lapwing.dossier;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;

/**
 * A page as a tagged PDF with its own fonts, so that Cyrillic and its extension print anywhere and a screen reader can
 * follow. Nothing in it tells when or on what machine it was made: the same page is the same file.
 */
final class PagePdf {
    private PagePdf() {}

    static byte[] of(Page page) {
        // It would name what it could not print, and a log must not hold what people said.
        XRLog.setLoggingEnabled(false);
        try (PdfBoxRenderer renderer = builder(page).buildPdfRenderer()) {
            renderer.createPDFWithoutClosing();
            try (PDDocument document = renderer.getPdfDocument()) {
                undate(document, page);
                var out = new ByteArrayOutputStream();
                document.save(out);
                return out.toByteArray();
            }
        } catch (IOException e) {
            throw new DossierException("the dossier could not be printed", e);
        }
    }

    private static PdfRendererBuilder builder(Page page) {
        var builder = new PdfRendererBuilder();
        builder.usePdfUaAccessibility(true);
        builder.withHtmlContent(page.printed(), null);
        // Whatever a page might name, nothing is fetched.
        builder.useUriResolver((base, uri) -> uri.startsWith("#") ? uri : null);
        font(builder, "NotoSans-Regular.ttf", "Noto Sans", 400);
        font(builder, "NotoSans-Bold.ttf", "Noto Sans", 700);
        font(builder, "NotoSerif-Regular.ttf", "Noto Serif", 400);
        return builder;
    }

    private static void font(PdfRendererBuilder builder, String file, String family, int weight) {
        builder.useFont(() -> open(file), family, weight, FontStyle.NORMAL, true);
    }

    private static InputStream open(String file) {
        InputStream in = PagePdf.class.getResourceAsStream("fonts/" + file);
        if (in == null) {
            throw new DossierException("fonts/" + file + " is missing from this build");
        }
        return in;
    }

    private static void undate(PDDocument document, Page page) throws IOException {
        var information = new PDDocumentInformation();
        information.setTitle(page.title(new Labels(page.dossier().tongues().getFirst())));
        information.setProducer("Lapwing");
        information.setKeywords("dossier.json SHA-256 " + page.digest());
        document.setDocumentInformation(information);
        document.setDocumentId(Long.parseLong(page.digest().substring(0, 15), 16));
    }
}
