package org.consilium.documents.checklist;

import org.consilium.kit.web.Problem;

/** Why something about an item of the checklist was refused, and what that is in HTTP. */
public enum ChecklistRefusal {
    CASE_HAS_ENDED(409, "case-has-ended", "The case has ended; its records are as they are."),
    NOT_ON_THE_CHECKLIST(
            404, "not-on-the-checklist", "The case's checklist has no such item, or is not known."),
    ITEM_IS_THERE(409, "item-is-there", "A document fills this item already."),
    NOT_WAIVED(404, "not-waived", "Nobody has waived this item.");

    private final int status;
    private final String code;
    private final String detail;

    ChecklistRefusal(int status, String code, String detail) {
        this.status = status;
        this.code = code;
        this.detail = detail;
    }

    public Problem problem() {
        return new Problem(status, code, detail);
    }
}
