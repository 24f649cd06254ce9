package org.knightswatch.room;

/** Where a candidate sits; seats are numbered from 1 within their room. */
public record SeatView(RoomId room, int number) {}
