-- Who took over which room from whom. It names staff, not duties: a note is there for whoever comes next.
create table handover (
    id uuid primary key,
    exam_id uuid not null references exam (id),
    room_id uuid not null references room (id),
    from_staff_id uuid references staff (id),
    to_staff_id uuid references staff (id),
    reason varchar(10) not null,
    note varchar(500),
    at timestamp(3) with time zone not null,
    taken_at timestamp(3) with time zone,
    acknowledged_by_id uuid references staff (id),
    acknowledged_at timestamp(3) with time zone
);

create index handover_by_exam on handover (exam_id, at);
create index handover_open on handover (room_id, acknowledged_at);

-- Since when a proctor on duty gives no sign, once their rooms were taken over for it
alter table duty add column gone_at timestamp(3) with time zone;
