-- The archive: a folder for each recording, whose place is fixed once the first object lies there, and what it is sealed by
alter table recording add column place varchar(900) unique;
alter table recording add column seal_at timestamp(3) with time zone;
alter table recording add column seal_tries int default 0 not null;
alter table recording add column sealing_at timestamp(3) with time zone;
alter table recording add column sealing_key varchar(16);
alter table recording add column sealed_at timestamp(3) with time zone;
alter table recording add column seal_fault varchar(500);

create index recording_to_seal on recording (seal_at);

-- One object for each take. One that was closed for good takes nothing more, so that the object is all of it.
alter table take add column closed_for_good boolean default false not null;
alter table take add column archived_at timestamp(3) with time zone;
alter table take add column object_name varchar(40);
alter table take add column object_bytes bigint;
alter table take add column object_sha256 varchar(64);

-- Bytes that were found to be other ones than were proved, or gone; they are in no object of the archive
alter table segment add column faulty boolean default false not null;

-- The keys that manifests are signed with. One that an operator keeps has no secret here.
create table evidence_key (
    id varchar(16) primary key,
    public_key varchar(200) not null,
    boxed_secret varchar(400),
    made_at timestamp(3) with time zone not null
);

-- What was read before there was an archive is read once more, and goes there
update take set verify_at = verified_at where verified_at is not null;
update recording set judge_at = judged_at where state = 'INCOMPLETE';
