-- Where the patient was said to be: the safety words and the number to call were that country's. Null for screenings from before.
alter table screening add column country text;
