-- How much of a recording is missing, so that lists can put the worst first
alter table recording add column missing_millis bigint default 0 not null;

-- Whoever has gaps is judged once more, to know how long they are
update recording set judge_at = judged_at where gap_count > 0;
