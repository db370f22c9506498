-- As whom somebody was told, so that it is asked again before it is sent; null for what the version before wrote, which is sent as it was.
alter table notification add column audience text;
