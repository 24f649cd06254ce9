alter table exam add column quality varchar(10) default 'STANDARD' not null;
