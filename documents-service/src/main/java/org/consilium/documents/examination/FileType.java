package org.consilium.documents.examination;

import java.util.regex.Pattern;

/** What may be a record, and what its file may be called. */
enum FileType {
    PDF("application/pdf", "pdf"),
    JPEG("image/jpeg", "jpg|jpeg"),
    PNG("image/png", "png"),
    HEIC("image/heic", "heic|heif"),
    /** Scanners write their slices to CDs without any extension. */
    DICOM("application/dicom", "dcm|dicom|"),
    TEXT("text/plain", "txt|text");

    private final String contentType;
    private final Pattern extensions;

    FileType(String contentType, String extensions) {
        this.contentType = contentType;
        this.extensions = Pattern.compile(extensions);
    }

    String contentType() {
        return contentType;
    }

    boolean agreesWith(String extension) {
        return extensions.matcher(extension).matches();
    }
}
