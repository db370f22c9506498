package org.consilium.documents.recognition;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What may be a record, and what its file may be called. */
public enum FileType {
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

    public String contentType() {
        return contentType;
    }

    /** An empty one: no extension at all. */
    public List<String> extensions() {
        return List.of(extensions.pattern().split("\\|", -1));
    }

    /** As people write them, for a sentence. */
    public static String extensionsOf(Collection<FileType> types) {
        return types.stream()
                .flatMap(type -> type.extensions().stream())
                .filter(extension -> !extension.isEmpty())
                .collect(Collectors.joining(", "));
    }

    /** What is called otherwise can be known not to be a record before it is sent. */
    public static boolean mayBeCalled(String fileName, Collection<FileType> types) {
        var extension = extension(fileName);
        return types.stream().anyMatch(type -> type.agreesWith(extension));
    }

    static String extension(String fileName) {
        int dot = fileName.lastIndexOf('.');
        return dot < 0 ? "" : fileName.substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    boolean agreesWith(String extension) {
        return extensions.matcher(extension).matches();
    }
}
