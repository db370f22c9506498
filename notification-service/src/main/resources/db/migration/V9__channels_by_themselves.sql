-- Each channel sends by itself, what is urgent first: somebody may be getting worse. What the version before queues is not urgent here.
alter table delivery add column urgent boolean not null default false;
update delivery d set urgent = true from notification n
where n.id = d.notification_id and d.state = 'QUEUED' and n.kind in ('redirected', 'urgent-message', 'urgent-message-overdue');
create index delivery_next on delivery (channel, urgent desc, due_at) where state in ('QUEUED', 'SENDING');
