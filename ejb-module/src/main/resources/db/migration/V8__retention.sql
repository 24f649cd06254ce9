-- How long the recordings of an exam are kept, where it says so itself. Without days: for ever
create table exam_retention (
    exam_id uuid primary key references exam (id),
    days int check (days between 1 and 3650),
    set_at timestamp(3) with time zone not null,
    version bigint not null
);

-- What may not be purged or erased: one attempt, or without one the whole exam. It stays when it is released.
create table legal_hold (
    id uuid primary key,
    exam_id uuid not null references exam (id),
    attempt_id uuid references attempt (id),
    reason varchar(500) not null,
    placed_at timestamp(3) with time zone not null,
    placed_by varchar(200) not null,
    released_at timestamp(3) with time zone,
    released_by varchar(200),
    release_reason varchar(500),
    active_key varchar(80) unique
);

create index legal_hold_by_exam on legal_hold (exam_id, released_at);

-- The removal of all that was recorded of an attempt, with what was signed before it began and after it was done
create table purge (
    id uuid primary key,
    attempt_id uuid not null unique references attempt (id),
    cause varchar(10) not null,
    rule varchar(200) not null,
    asked_by varchar(200) not null,
    begun_at timestamp(3) with time zone not null,
    quiet_at timestamp(3) with time zone not null,
    signing_key varchar(16) not null,
    try_at timestamp(3) with time zone,
    tries int not null,
    plans int not null,
    plan text,
    removing_at timestamp(3) with time zone,
    refused text,
    fault varchar(500),
    emptied_at timestamp(3) with time zone,
    certificate text,
    version bigint not null
);

create index purge_due on purge (try_at);

-- From when nothing more of a recording is taken, and since when nothing of it is left but its figures
alter table recording add column purging_at timestamp(3) with time zone;
alter table recording add column purged_at timestamp(3) with time zone;

-- Whose name and address were removed on request
alter table enrolment add column erased_at timestamp(3) with time zone;
