package org.consilium.documents.worker;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageFitDestination;

/** One page each, their objects compressed as most programs write them today. */
public final class PdfFiles {

    private PdfFiles() {}

    /** What may be done to a document before it is saved. */
    private interface Change {
        void to(PDDocument document, COSDictionary catalog) throws IOException;
    }

    /** Opens on its page, and links to the web. */
    public static byte[] harmless() {
        return saved(
                (document, catalog) -> {
                    var open = new PDPageFitDestination();
                    open.setPage(document.getPage(0));
                    document.getDocumentCatalog().setOpenAction(open);
                    var link = new PDAnnotationLink();
                    var address = new PDActionURI();
                    address.setURI("https://hospital.example/");
                    link.setAction(address);
                    document.getPage(0).getAnnotations().add(link);
                });
    }

    /** Does something of this kind when it is opened. */
    public static byte[] acting(String kind) {
        return saved(
                (document, catalog) -> {
                    var action = new COSDictionary();
                    action.setItem(COSName.S, COSName.getPDFName(kind));
                    var among = new COSDictionary();
                    among.setItem(COSName.getPDFName("WC"), action);
                    catalog.setItem(COSName.AA, among);
                });
    }

    /** Has something under this name in its catalogue. */
    public static byte[] with(String name) {
        return saved(
                (document, catalog) -> {
                    var names = new COSDictionary();
                    names.setItem(COSName.getPDFName(name), new COSString("x"));
                    catalog.setItem(COSName.getPDFName("Names"), names);
                });
    }

    /** Encloses a file, which nothing but the file's own description says. */
    public static byte[] enclosing() {
        return saved(
                (document, catalog) -> {
                    var file = new COSStream();
                    var enclosed = new COSDictionary();
                    enclosed.setItem(COSName.F, file);
                    var described = new COSDictionary();
                    described.setItem(COSName.EF, enclosed);
                    catalog.setItem(COSName.getPDFName("Described"), described);
                });
    }

    /** An empty {@code user} password opens it for everybody. */
    public static byte[] encrypted(String user, int bits) {
        return saved(
                (document, catalog) -> {
                    var lock = new StandardProtectionPolicy("owner", user, new AccessPermission());
                    lock.setEncryptionKeyLength(bits);
                    document.protect(lock);
                });
    }

    private static byte[] saved(Change change) {
        try (var document = new PDDocument()) {
            document.addPage(new PDPage());
            change.to(document, document.getDocumentCatalog().getCOSObject());
            var file = new ByteArrayOutputStream();
            document.save(file);
            return file.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
