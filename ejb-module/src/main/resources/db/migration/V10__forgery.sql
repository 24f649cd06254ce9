-- How many segments of a take the page at the live socket vouched for, and how many it could have and did not
alter table take add column segments_witnessed int default 0 not null;
alter table take add column segments_unwitnessed int default 0 not null;

-- Stills of what a wall showed of a candidate, kept beside the recording
create table still (
    id uuid primary key,
    attempt_id uuid not null references attempt (id),
    at timestamp(3) with time zone not null,
    taken_by varchar(200) not null,
    object_key varchar(900) not null,
    sha256 varchar(64) not null
);

create index still_by_attempt on still (attempt_id, at);
