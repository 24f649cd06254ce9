-- Tones and colours that candidates' pages have shown at moments of chance, and whether their recordings have them
create table shown_challenge (
    id uuid primary key,
    attempt_id uuid not null references attempt (id),
    moment timestamp(3) with time zone not null,
    tone varchar(20) not null,
    colour varchar(20) not null,
    shown_at timestamp(3) with time zone not null,
    acknowledged_at timestamp(3) with time zone not null,
    tone_found varchar(20) not null,
    colour_found varchar(20) not null,
    look_at timestamp(3) with time zone,
    version bigint default 0 not null,
    unique (attempt_id, moment)
);

create index shown_challenge_due on shown_challenge (look_at);
