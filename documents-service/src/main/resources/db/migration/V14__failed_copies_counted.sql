-- The figure copies.failed is asked for four times a minute.
create index reading_copy_failed on reading_copy (document_id) where state = 'failed';
