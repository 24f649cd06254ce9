-- Each page that joined, and the browser that it ran in: so that another browser is told from another tab. A page that
-- met another browser knows which one (over_id); under ASK it waits until somebody decides.
create table attempt_page (
    id uuid primary key,
    attempt_id uuid not null references attempt (id),
    lease bigint not null,
    mark_sha256 varchar(64) not null,
    browser varchar(60) not null,
    network varchar(60) not null,
    state varchar(10) not null,
    over_id uuid references attempt_page (id),
    joined_at timestamp(3) with time zone not null,
    asked_at timestamp(3) with time zone,
    seen_at timestamp(3) with time zone not null,
    decided_at timestamp(3) with time zone,
    decided_by varchar(200),
    version bigint not null,
    unique (attempt_id, lease)
);

create index attempt_page_by_mark on attempt_page (attempt_id, mark_sha256);
