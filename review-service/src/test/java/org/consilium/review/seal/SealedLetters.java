package org.consilium.review.seal;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;

/** Verifies a seal as a PDF reader does: by the file and a certificate, with none of our code. */
public final class SealedLetters {

    private SealedLetters() {}

    /** A PDF that nobody has sealed yet. */
    static byte[] aPage() {
        try (var document = new PDDocument();
                var bytes = new ByteArrayOutputStream()) {
            document.addPage(new PDPage());
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether the whole file is as it was when it was sealed with that certificate's key. */
    public static boolean isWhole(byte[] pdf, X509Certificate certificate) {
        try (var document = Loader.loadPDF(pdf)) {
            var seal = document.getLastSignatureDictionary();
            if (seal == null) {
                return false;
            }
            var range = seal.getByteRange();
            var signed = new CMSProcessableByteArray(seal.getSignedContent(pdf));
            return range[2] + range[3] == pdf.length
                    && verifies(new CMSSignedData(signed, seal.getContents(pdf)), certificate);
        } catch (IOException | CMSException | IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean verifies(CMSSignedData seal, X509Certificate certificate)
            throws CMSException {
        try {
            SignerInformation signer = seal.getSignerInfos().getSigners().iterator().next();
            return signer.verify(new JcaSimpleSignerInfoVerifierBuilder().build(certificate));
        } catch (OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }

    public static X509Certificate certificate(byte[] pem) {
        try {
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509")
                            .generateCertificate(new ByteArrayInputStream(pem));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
