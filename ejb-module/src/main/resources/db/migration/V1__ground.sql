-- The ground: one SQL for H2 (MODE=PostgreSQL) and PostgreSQL. Ids are UUIDs made by the application, times are UTC.
-- "Only one active" is a nullable unique column: null is never equal to null.

create table environment (
    id uuid primary key,
    code varchar(64) not null unique,
    title varchar(200) not null
);

-- The environment that exams belong to when nobody says another
insert into environment (id, code, title) values ('00000000-0000-7000-8000-000000000001', 'default', 'Default');

-- Staff and keys ------------------------------------------------------------------------------------------------------

create table staff (
    id uuid primary key,
    name varchar(64) not null unique,
    display_name varchar(200) not null,
    password_hash varchar(500) not null,
    active boolean not null,
    created_at timestamp(3) with time zone not null,
    version bigint not null
);

create table staff_role (
    staff_id uuid not null references staff (id),
    role varchar(20) not null,
    primary key (staff_id, role)
);

create table sign_in_throttle (
    name varchar(200) primary key,
    failures int not null,
    last_failure_at timestamp(3) with time zone not null,
    rests_until timestamp(3) with time zone
);

create table service_key (
    id uuid primary key,
    title varchar(200) not null,
    secret_sha256 varchar(64) not null unique,
    created_at timestamp(3) with time zone not null,
    revoked_at timestamp(3) with time zone
);

create table service_key_scope (
    service_key_id uuid not null references service_key (id),
    scope varchar(40) not null,
    primary key (service_key_id, scope)
);

create table service_key_environment (
    service_key_id uuid not null references service_key (id),
    environment_id uuid not null references environment (id),
    primary key (service_key_id, environment_id)
);

create table signing_key (
    kid varchar(32) primary key,
    purpose varchar(20) not null,
    boxed_secret varchar(400) not null,
    created_at timestamp(3) with time zone not null,
    signs_from timestamp(3) with time zone not null,
    verifies_until timestamp(3) with time zone
);

create table idempotent_answer (
    caller varchar(100) not null,
    idempotency_key varchar(200) not null,
    request_sha256 varchar(64) not null,
    status int,
    location varchar(500),
    body text,
    created_at timestamp(3) with time zone not null,
    primary key (caller, idempotency_key)
);

create index idempotent_answer_age on idempotent_answer (created_at);

-- Exams and rosters ---------------------------------------------------------------------------------------------------

create table exam (
    id uuid primary key,
    code varchar(64) not null,
    code_key varchar(64) not null unique,
    environment_id uuid not null references environment (id),
    title varchar(200) not null,
    starts_at timestamp(3) with time zone not null,
    ends_at timestamp(3) with time zone not null,
    room_size int not null check (room_size between 1 and 100),
    proctors_per_room int not null check (proctors_per_room between 0 and 10),
    seating varchar(10) not null,
    provider varchar(20) not null,
    takeover varchar(10) not null,
    screen_track boolean not null,
    exam_url varchar(2000),
    framing varchar(10) not null,
    consent_version varchar(40) not null,
    created_at timestamp(3) with time zone not null,
    version bigint not null
);

create index exam_window on exam (ends_at, starts_at);

create table consent_text (
    exam_id uuid not null references exam (id),
    consent_version varchar(40) not null,
    language varchar(20) not null,
    body text not null,
    sha256 varchar(64) not null,
    primary key (exam_id, consent_version, language)
);

create table enrolment (
    id uuid primary key,
    exam_id uuid not null references exam (id),
    candidate_id varchar(64) not null,
    name varchar(200) not null,
    email varchar(254),
    roster_group varchar(100),
    invitation_generation int not null,
    created_at timestamp(3) with time zone not null,
    version bigint not null,
    unique (exam_id, candidate_id)
);

create table roster_import (
    id uuid primary key,
    exam_id uuid not null references exam (id),
    started_at timestamp(3) with time zone not null,
    ended_at timestamp(3) with time zone,
    rows_in_all int not null,
    rows_done int not null
);

create index roster_import_newest on roster_import (exam_id, started_at);

create table duty (
    id uuid primary key,
    exam_id uuid not null references exam (id),
    staff_id uuid not null references staff (id),
    from_at timestamp(3) with time zone not null,
    to_at timestamp(3) with time zone,
    active_key varchar(80) unique
);

create index duty_by_exam on duty (exam_id, to_at);
create index duty_by_staff on duty (staff_id, to_at);

create table consent_receipt (
    id uuid primary key,
    enrolment_id uuid not null references enrolment (id),
    consent_version varchar(40) not null,
    language varchar(20) not null,
    sha256 varchar(64) not null,
    accepted_at timestamp(3) with time zone not null
);

create index consent_receipt_by_enrolment on consent_receipt (enrolment_id, accepted_at);

-- Rooms and seats -----------------------------------------------------------------------------------------------------

create table room (
    id uuid primary key,
    exam_id uuid not null references exam (id),
    number int not null,
    capacity int not null,
    proctor_capacity int not null,
    roster_group varchar(100),
    opened_at timestamp(3) with time zone not null,
    media_state varchar(10) not null,
    media_ref varchar(500),
    media_tried_at timestamp(3) with time zone,
    unique (exam_id, number)
);

-- All seats of a room are made with it: capacity can't be exceeded, and taking one is an update of one row.
create table seat (
    id uuid primary key,
    exam_id uuid not null references exam (id),
    room_id uuid not null references room (id),
    number int not null,
    enrolment_id uuid unique references enrolment (id),
    taken_at timestamp(3) with time zone,
    unique (room_id, number)
);

create index seat_free on seat (exam_id, enrolment_id, room_id, number);

create table proctor_seat (
    id uuid primary key,
    room_id uuid not null references room (id),
    number int not null,
    duty_id uuid references duty (id),
    unique (room_id, number),
    unique (room_id, duty_id)
);

create index proctor_seat_by_duty on proctor_seat (duty_id);

-- Attempts ------------------------------------------------------------------------------------------------------------

create table attempt (
    id uuid primary key,
    exam_id uuid not null references exam (id),
    enrolment_id uuid not null references enrolment (id),
    room_id uuid not null references room (id),
    seat_number int not null,
    number int not null,
    state varchar(12) not null,
    joined_at timestamp(3) with time zone not null,
    started_at timestamp(3) with time zone,
    ended_at timestamp(3) with time zone,
    expires_at timestamp(3) with time zone,
    revoked_at timestamp(3) with time zone,
    extra_seconds int not null,
    lease bigint not null,
    holding_lease bigint not null,
    hand_up_at timestamp(3) with time zone,
    bytes_promised bigint not null,
    version bigint not null,
    unique (enrolment_id, number)
);

create index attempt_by_exam on attempt (exam_id, state);
create index attempt_by_room on attempt (room_id);
create index attempt_due on attempt (expires_at);
create index attempt_revoked on attempt (revoked_at);

create table attempt_pause (
    attempt_id uuid not null references attempt (id),
    position int not null,
    from_at timestamp(3) with time zone not null,
    to_at timestamp(3) with time zone,
    by_whom varchar(200) not null,
    reason varchar(500) not null,
    primary key (attempt_id, position)
);

-- What the server itself saw of an attempt, when it saw it: the other half of every explanation.
create table sighting (
    id uuid primary key,
    attempt_id uuid not null references attempt (id),
    at timestamp(3) with time zone not null,
    kind varchar(30) not null,
    track varchar(10),
    detail varchar(500)
);

create index sighting_by_attempt on sighting (attempt_id, at);

-- When this application or its store was away, as far as it knows.
create table outage (
    id uuid primary key,
    kind varchar(10) not null,
    node varchar(100) not null,
    from_at timestamp(3) with time zone not null,
    to_at timestamp(3) with time zone
);

create index outage_time on outage (to_at, from_at);

-- Until when each node was alive, so that it knows after a crash how long it was away.
create table node_life (
    node varchar(100) primary key,
    alive_at timestamp(3) with time zone not null
);

create table watch (
    id uuid primary key,
    attempt_id uuid not null references attempt (id),
    staff_id uuid not null references staff (id),
    connection varchar(80) not null,
    node varchar(100) not null,
    from_at timestamp(3) with time zone not null,
    to_at timestamp(3) with time zone,
    open_key varchar(160) unique
);

create index watch_by_attempt on watch (attempt_id, to_at);
create index watch_by_node on watch (node, to_at);

create table message (
    id uuid primary key,
    attempt_id uuid not null references attempt (id),
    from_staff_id uuid references staff (id),
    body varchar(2000) not null,
    sent_at timestamp(3) with time zone not null,
    read_at timestamp(3) with time zone
);

create index message_by_attempt on message (attempt_id, sent_at);

-- Recording -----------------------------------------------------------------------------------------------------------

create table recording (
    id uuid primary key,
    attempt_id uuid not null references attempt (id),
    track varchar(10) not null,
    state varchar(12) not null,
    recorded_millis bigint not null,
    expected_millis bigint not null,
    gap_count int not null,
    judged_at timestamp(3) with time zone not null,
    judge_at timestamp(3) with time zone,
    saved_at timestamp(3) with time zone,
    playlist_version int not null,
    verified boolean not null,
    version bigint not null,
    unique (attempt_id, track)
);

create index recording_due on recording (judge_at);

create table take (
    id uuid primary key,
    attempt_id uuid not null references attempt (id),
    take_id uuid not null,
    number int not null,
    track varchar(10) not null,
    mime_type varchar(200) not null,
    slice_millis int not null,
    object_prefix varchar(700) not null,
    started_at timestamp(3) with time zone not null,
    announced_at timestamp(3) with time zone not null,
    before_cause varchar(20),
    promised_through int not null,
    last_sequence int,
    close_reason varchar(20),
    closed_at timestamp(3) with time zone,
    verify_at timestamp(3) with time zone,
    verified_at timestamp(3) with time zone,
    verify_tries int not null,
    fault varchar(500),
    version bigint not null,
    unique (attempt_id, take_id)
);

create index take_due on take (verify_at);

create table segment (
    take_id uuid not null references take (id),
    sequence int not null,
    bytes bigint not null,
    sha256 varchar(64) not null,
    start_millis bigint not null,
    duration_millis bigint not null,
    held_at timestamp(3) with time zone not null,
    primary key (take_id, sequence)
);

-- Marks and judgements ------------------------------------------------------------------------------------------------

create table flag (
    id uuid primary key,
    attempt_id uuid not null references attempt (id),
    at timestamp(3) with time zone not null,
    severity double precision not null check (severity between 0 and 1),
    reason varchar(60) not null,
    raised_by varchar(200) not null,
    detail varchar(1000),
    raised_at timestamp(3) with time zone not null,
    once_key varchar(200) unique
);

create index flag_by_attempt on flag (attempt_id, at);

create table review (
    attempt_id uuid primary key references attempt (id),
    verdict varchar(12),
    reason varchar(4000),
    reviewer_id uuid references staff (id),
    decided_at timestamp(3) with time zone,
    version bigint not null
);

create table review_note (
    id uuid primary key,
    attempt_id uuid not null references attempt (id),
    at timestamp(3) with time zone not null,
    body varchar(2000) not null,
    staff_id uuid not null references staff (id),
    written_at timestamp(3) with time zone not null
);

create index review_note_by_attempt on review_note (attempt_id, at);

-- Audit: written inside each transaction, chained afterwards ----------------------------------------------------------

create table audit_entry (
    id bigint generated by default as identity primary key,
    at timestamp(3) with time zone not null,
    actor varchar(200) not null,
    action varchar(60) not null,
    subject varchar(200) not null,
    detail varchar(2000),
    seal_number bigint,
    seal_position int
);

create index audit_entry_seal on audit_entry (seal_number, seal_position);

create table audit_seal (
    number bigint primary key,
    sealed_at timestamp(3) with time zone not null,
    entries int not null,
    previous_hash varchar(64) not null,
    hash varchar(64) not null
);
