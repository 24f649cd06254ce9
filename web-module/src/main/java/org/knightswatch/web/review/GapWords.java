package org.knightswatch.web.review;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import org.knightswatch.exam.Track;
import org.knightswatch.recording.Gap.CauseBy;
import org.knightswatch.recording.GapCause;

/** What is missing and why, in words and as a mark of the chart. */
@Named("gapWords")
@ApplicationScoped
public class GapWords {

    public GapCause[] getCauses() {
        return GapCause.values();
    }

    /** Of recordings of either track. */
    public String cause(GapCause cause) {
        return switch (cause) {
            case DEVICE_ENDED -> "Camera unplugged or sharing ended";
            case DEVICE_DENIED -> "Camera not allowed or screen not shared";
            case DEVICE_MUTED -> "Camera or screen gave no picture";
            default -> cause(cause, Track.CAMERA);
        };
    }

    public String cause(GapCause cause, Track track) {
        boolean screen = track == Track.SCREEN;
        return switch (cause) {
            case NETWORK -> "Network was down";
            case STORE -> "Store was away";
            case SERVER -> "Server was away";
            case PAGE_RELOAD -> "Page reloaded";
            case BROWSER_GONE -> "Browser was closed";
            case DEVICE_ENDED -> screen ? "Screen sharing ended" : "Camera unplugged";
            case DEVICE_DENIED -> screen ? "Screen not shared" : "Camera not allowed";
            case DEVICE_MUTED -> screen ? "Screen gave no picture" : "Camera gave no picture";
            case DEVICE_ASLEEP -> "Device was asleep";
            case STORAGE_FULL -> "Device was full";
            case RECORDER_ERROR -> "Recorder failed";
            case TAMPERED -> "Bytes were changed";
            case UNKNOWN -> "Cause unknown";
        };
    }

    /** Who vouches for a cause. */
    public String by(CauseBy by, boolean explained) {
        if (by == CauseBy.CLIENT) {
            return explained ? "Browser and server" : "Browser alone";
        }
        return explained ? "Server" : "Nobody";
    }

    /** Explained does not mean excused: it says who else saw it. */
    public Sign seen(boolean explained) {
        return explained ? new Sign("check", "kw-s-idle", "Yes") : new Sign("alert", "kw-s-warn", "No");
    }

    /** Causes of a kind look alike. */
    public String mark(GapCause cause) {
        return switch (cause) {
            case UNKNOWN, TAMPERED -> "kw-k1";
            case BROWSER_GONE, PAGE_RELOAD -> "kw-k2";
            case DEVICE_ENDED, DEVICE_DENIED, DEVICE_MUTED, DEVICE_ASLEEP -> "kw-k3";
            case NETWORK -> "kw-k4";
            case STORAGE_FULL, RECORDER_ERROR -> "kw-k5";
            case STORE, SERVER -> "kw-k6";
        };
    }
}
