-- Rows put back from what lies in the store: each walk through it, and what it found on its way
create table recovery_run (
    id uuid primary key,
    started_at timestamp(3) with time zone not null,
    seen_at timestamp(3) with time zone not null,
    ended_at timestamp(3) with time zone,
    attempts int not null,
    attempts_added int not null,
    rows_added bigint not null
);

create table recovery_finding (
    run_id uuid not null references recovery_run (id),
    position int not null,
    finding varchar(1000) not null,
    primary key (run_id, position)
);

-- When each attempt's objects were compared with its rows, and when they will be again; it has the attempt's id
create table reconciliation (
    id uuid primary key,
    due_at timestamp(3) with time zone not null,
    tries int not null,
    done_at timestamp(3) with time zone,
    objects int not null
);

create index reconciliation_due on reconciliation (due_at);

insert into reconciliation (id, due_at, tries, objects) select id, current_timestamp, 0, 0 from attempt;

-- Where the store and the rows differ. Without an attempt: a folder that no row knows. It stays when it is over
create table difference (
    id uuid primary key,
    attempt_id uuid,
    kind varchar(20) not null,
    object_key varchar(1024) not null,
    found_at timestamp(3) with time zone not null,
    seen_at timestamp(3) with time zone not null,
    over_at timestamp(3) with time zone
);

create index difference_by_attempt on difference (attempt_id);
create index difference_by_time on difference (over_at, found_at);

-- How far the store has been looked through for folders that nobody knows
create table sweep (
    id uuid primary key,
    part varchar(10) not null,
    due_at timestamp(3) with time zone not null,
    begun_at timestamp(3) with time zone,
    reached varchar(1100)
);

insert into sweep (id, part, due_at) values ('00000000-0000-7000-8000-000000000002', 'SEGMENTS', current_timestamp);
insert into sweep (id, part, due_at) values ('00000000-0000-7000-8000-000000000003', 'ARCHIVE', current_timestamp);

-- By which the database knows its store again
create table store_mark (
    id uuid primary key,
    made_at timestamp(3) with time zone not null,
    missed_at timestamp(3) with time zone
);
