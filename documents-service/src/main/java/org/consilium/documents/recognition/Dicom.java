package org.consilium.documents.recognition;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.consilium.documents.document.RejectionReason;

/**
 * DICOM part 10: 128 bytes of preamble, the magic number, then the file meta group.
 *
 * <p>The preamble is for other programs (PS3.10, 7.1), and so a file can be a picture for one and a
 * program for another (CVE-2019-11687). Let through are: an empty one, and that of a TIFF file,
 * which the standard names as what it is for, with nothing else in it: no mark of a program, no
 * script, no page. A file that is a picture for DICOM and for TIFF is normal, a third thing is not.
 */
final class Dicom {

    static final int PREAMBLE = 128;

    private static final int META_GROUP = PREAMBLE + 4;

    private static final List<String> OTHERS =
            List.of("MZ", "PE\0\0", "\u007fELF", "#!", "PK\3\4", "<script", "<html", "%PDF");

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
        return isZero(head) || (isTiff(head) && isNothingElse(head));
    }

    private static boolean isTiff(byte[] head) {
        return Magic.at(head, 0, 'I', 'I', 0x2A, 0x00) || Magic.at(head, 0, 'M', 'M', 0x00, 0x2A);
    }

    private static boolean isNothingElse(byte[] head) {
        var preamble = Arrays.copyOf(head, PREAMBLE);
        return OTHERS.stream().noneMatch(mark -> Magic.contains(preamble, mark));
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
