-- What each recording lacks, by cause, as the last judgement found it: an exam's account is a sum over these
create table recording_loss (
    recording_id uuid not null references recording (id),
    cause varchar(20) not null,
    cause_by varchar(10) not null,
    explained boolean not null,
    gaps int not null,
    missing_millis bigint not null,
    primary key (recording_id, cause, cause_by, explained)
);

-- Whoever has gaps is judged once more, to know why
update recording set judge_at = judged_at where gap_count > 0;
