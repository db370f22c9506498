-- Several may be asked at once, each of them once; one of them gets the case.
drop index one_open_offer_per_case;
create unique index one_open_offer_per_reviewer on offer (case_id, reviewer) where outcome is null;
create unique index one_accepted_offer_per_case on offer (case_id) where outcome = 'accepted';
