-- What others recorded of an attempt: where they put it, and what became of fetching it
create table recording_copy (
    id uuid primary key,
    attempt_id uuid not null references attempt (id) on delete cascade,
    number int not null,
    track varchar(10) not null,
    source varchar(30) not null,
    object_key varchar(900) not null,
    started_at timestamp(3) with time zone not null,
    announced_at timestamp(3) with time zone not null,
    state varchar(10) not null,
    fetch_at timestamp(3) with time zone,
    tries int not null,
    fault varchar(500),
    object_name varchar(60),
    object_bytes bigint,
    object_sha256 varchar(64),
    duration_millis bigint,
    version bigint not null,
    unique (attempt_id, object_key),
    unique (attempt_id, track, number)
);

create index recording_copy_due on recording_copy (fetch_at);
