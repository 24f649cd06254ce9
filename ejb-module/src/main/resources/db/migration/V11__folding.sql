-- Segments beside a sealed recording: when their rows and objects go, and whether the rows have gone into its manifest
create table fold (
    id uuid primary key references recording (id) on delete cascade,
    due_at timestamp(3) with time zone,
    tries int default 0 not null,
    folded_at timestamp(3) with time zone,
    fault varchar(500),
    version bigint default 0 not null
);

create index fold_due on fold (due_at);

-- What was sealed before this
insert into fold (id, due_at) select id, sealed_at from recording where sealed_at is not null;
