package org.consilium.documents.recognition;

import java.util.Optional;
import org.consilium.documents.document.RejectionReason;

/**
 * DICOM part 10: 128 bytes of preamble, the magic number, then the file meta group.
 *
 * <p>The preamble is for other programs, and so a file can be a picture for one and a program for
 * another (CVE-2019-11687). Empty ones are let through, and the TIFF ones that the standard names.
 */
final class Dicom {

    static final int PREAMBLE = 128;

    private static final int META_GROUP = PREAMBLE + 4;

    private Dicom() {}

    static Optional<RejectionReason> fault(Extract file) {
        if (!isHarmless(file.head())) {
            return Optional.of(RejectionReason.UNSAFE_PREAMBLE);
        }
        return Magic.at(file.head(), META_GROUP, 0x02, 0x00, 0x00, 0x00, 'U', 'L')
                ? Optional.empty()
                : Optional.of(RejectionReason.BROKEN);
    }

    private static boolean isHarmless(byte[] head) {
        boolean tiff =
                Magic.at(head, 0, 'I', 'I', 0x2A, 0x00) || Magic.at(head, 0, 'M', 'M', 0x00, 0x2A);
        return tiff || isZero(head);
    }

    private static boolean isZero(byte[] head) {
        for (int i = 0; i < PREAMBLE; i++) {
            if (head[i] != 0) {
                return false;
            }
        }
        return true;
    }
}
