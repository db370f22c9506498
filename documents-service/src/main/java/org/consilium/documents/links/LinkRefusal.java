package org.consilium.documents.links;

import org.consilium.kit.web.Problem;

/** Why something about a link was refused, and what that is in HTTP. */
enum LinkRefusal {
    CASE_HAS_ENDED(409, "case-has-ended", "The case has ended and takes no more records."),
    TOO_MANY_LINKS(409, "too-many-links", "Revoke a link of this case first."),
    KIND_NOT_IN_LINK(403, "kind-not-in-link", "The link is for other kinds of records."),
    LINK_IS_USED_UP(409, "link-is-used-up", "The link takes no more files, or none of this size.");

    private final int status;
    private final String code;
    private final String detail;

    LinkRefusal(int status, String code, String detail) {
        this.status = status;
        this.code = code;
        this.detail = detail;
    }

    Problem problem() {
        return new Problem(status, code, detail);
    }
}
