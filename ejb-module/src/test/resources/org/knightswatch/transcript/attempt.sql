-- One attempt that is over, with a recording of two segments
insert into room (id, exam_id, number, capacity, proctor_capacity, opened_at, media_state)
values ('00000000-0000-0007-0000-000000000003', '00000000-0000-0007-0000-000000000002', 1, 10, 1,
        '2026-11-24 09:00:00.250+00', 'PENDING');

insert into enrolment (id, exam_id, candidate_id, name, email, invitation_generation, created_at, version)
values ('00000000-0000-0007-0000-000000000004', '00000000-0000-0007-0000-000000000002', 'C-17', 'Ada Byron',
        'ada@example.org', 2, '2026-11-24 09:00:00.250+00', 0);

insert into attempt (id, exam_id, enrolment_id, room_id, seat_number, number, state, joined_at, ended_at, extra_seconds,
                     lease, holding_lease, bytes_promised, version)
values ('00000000-0000-0007-0000-000000000001', '00000000-0000-0007-0000-000000000002',
        '00000000-0000-0007-0000-000000000004', '00000000-0000-0007-0000-000000000003', 1, 1, 'COMPLETED',
        '2026-11-24 09:00:00.250+00', '2026-11-24 09:01:00+00', 0, 1, 1, 9, 3);

insert into attempt_pause (attempt_id, position, from_at, by_whom, reason)
values ('00000000-0000-0007-0000-000000000001', 0, '2026-11-24 09:00:10+00', 'staff:r.okonjo', 'fire alarm');

insert into sighting (id, attempt_id, at, kind, track, detail)
values ('00000000-0000-0007-0000-000000000006', '00000000-0000-0007-0000-000000000001', '2026-11-24 09:00:20+00',
        'DEVICE_ENDED', 'CAMERA', 'Ada''s camera');

insert into recording (id, attempt_id, track, state, recorded_millis, expected_millis, gap_count, judged_at,
                       playlist_version, verified, version)
values ('00000000-0000-0007-0000-000000000008', '00000000-0000-0007-0000-000000000001', 'CAMERA', 'COMPLETE', 4000, 4000,
        0, '2026-11-24 09:01:01+00', 2, true, 1);

insert into take (id, attempt_id, take_id, number, track, mime_type, slice_millis, object_prefix, started_at, announced_at,
                  promised_through, verify_tries, version)
values ('00000000-0000-0007-0000-000000000005', '00000000-0000-0007-0000-000000000001',
        '00000000-0000-0007-0000-000000000009', 1, 'CAMERA', 'video/mp4', 100, 'p/', '2026-11-24 09:00:00+00',
        '2026-11-24 09:00:00.250+00', 1, 0, 1);

insert into segment (take_id, sequence, bytes, sha256, start_millis, duration_millis, held_at)
values ('00000000-0000-0007-0000-000000000005', 0, 700, 'ab', 0, 0, '2026-11-24 09:00:05+00'),
       ('00000000-0000-0007-0000-000000000005', 1, 2001, 'cd', 0, 4000, '2026-11-24 09:00:05+00');
