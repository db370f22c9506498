-- A step changes the state, not what people wrote: kept out of line, that is neither copied nor logged again with each step.
alter table intake_case set (toast_tuple_target = 128);
alter table intake_case alter column content set storage external;
-- What moves with every step stays in the row.
alter table intake_case alter column facts set storage main, alter column patient set storage main;
