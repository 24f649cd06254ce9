-- How many attempts each candidate may have
alter table exam add column attempts int default 1 not null check (attempts between 1 and 10);

-- One more attempt that was allowed to one candidate, with how many they may have in all by it. It follows an attempt, and
-- each one at most once: so the one after the newest attempt is the one that is not used yet.
create table allowance (
    id uuid primary key,
    enrolment_id uuid not null,
    after_number int not null,
    in_all int not null,
    given_at timestamp(3) with time zone not null,
    unique (enrolment_id, after_number),
    foreign key (enrolment_id, after_number) references attempt (enrolment_id, number)
);
