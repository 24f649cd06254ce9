package org.knightswatch.integration.interleavings;

import java.util.Map;

/** What somebody does, or what goes wrong. It knows whom to call, not what has to come of it. */
sealed interface Deed {

    void in(Hall hall) throws InterruptedException;

    record Join(int candidate) implements Deed {

        @Override
        public void in(Hall hall) {
            hall.join("C-" + candidate);
        }
    }

    /** A candidate leaves the exam for good. */
    record Finish(int candidate) implements Deed {

        @Override
        public void in(Hall hall) {
            hall.finish("C-" + candidate);
        }
    }

    /** An administrator seats somebody elsewhere. */
    record Move(int candidate, int room) implements Deed {

        @Override
        public void in(Hall hall) {
            hall.room(room).ifPresent(to -> hall.move("C-" + candidate, to));
        }
    }

    record OnDuty(int proctor) implements Deed {

        @Override
        public void in(Hall hall) {
            String name = hall.proctor(proctor);
            Map<String, String> body = Map.of("proctor", name);
            hall.duty(name, true, exam -> exam.partner().post(exam.path("/proctors"), body));
        }
    }

    record OffDuty(int proctor) implements Deed {

        @Override
        public void in(Hall hall) {
            String name = hall.proctor(proctor);
            hall.duty(name, false, exam -> exam.partner().delete(exam.path("/proctors/" + name + "?note=Mind%20them")));
        }
    }

    /** An administrator has somebody watch a room. */
    record HandOver(int room, int to) implements Deed {

        @Override
        public void in(Hall hall) {
            hall.room(room).ifPresent(id -> hall.handOver(id, hall.proctor(to)));
        }
    }

    /** What befalls the services. */
    enum Mishap implements Deed {
        REDIS_STOPS,
        REDIS_COMES_BACK,
        REDIS_FORGETS,
        REDIS_HANGS,
        SERVER_IS_KILLED;

        @Override
        public void in(Hall hall) throws InterruptedException {
            switch (this) {
                case REDIS_STOPS -> hall.house().redis().stop();
                case REDIS_COMES_BACK -> hall.house().redis().start();
                case REDIS_FORGETS -> hall.house().redis().empty();
                case REDIS_HANGS -> hall.house().redis().freeze();
                case SERVER_IS_KILLED -> hall.killServer();
            }
        }
    }
}
