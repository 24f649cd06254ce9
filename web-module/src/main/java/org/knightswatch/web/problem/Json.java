package org.knightswatch.web.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import com.fasterxml.jackson.databind.type.LogicalType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ext.ContextResolver;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import org.knightswatch.exam.Track;
import org.knightswatch.kernel.Sha256;
import org.knightswatch.recording.TakeId;

/** How we read and write JSON: strictly what the API promises, and nothing silently bent into shape. */
@Provider
@ApplicationScoped
public class Json implements ContextResolver<ObjectMapper> {

    private static final DateTimeFormatter MILLIS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private final ObjectMapper mapper = build();

    public ObjectMapper mapper() {
        return mapper;
    }

    @Override
    public ObjectMapper getContext(Class<?> type) {
        return mapper;
    }

    private static ObjectMapper build() {
        SimpleModule types = new SimpleModule()
                .addSerializer(new InstantWriter())
                .addDeserializer(Instant.class, new InstantReader())
                .addSerializer(new TrackWriter())
                .addDeserializer(Track.class, new TrackReader())
                .addSerializer(Sha256.class, ToStringSerializer.instance)
                .addSerializer(TakeId.class, ToStringSerializer.instance);
        JsonMapper mapper = JsonMapper.builder()
                .addModule(types)
                .defaultPropertyInclusion(
                        JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
                .build();
        mapper.coercionConfigFor(LogicalType.Enum).setCoercion(CoercionInputShape.Integer, CoercionAction.Fail);
        return mapper;
    }

    /** RFC 3339 UTC with milliseconds, always three digits. */
    public static String write(Instant instant) {
        return MILLIS.format(instant);
    }

    private static final class InstantWriter extends StdSerializer<Instant> {

        private static final long serialVersionUID = 1L;

        InstantWriter() {
            super(Instant.class);
        }

        @Override
        public void serialize(Instant value, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeString(write(value));
        }
    }

    private static final class InstantReader extends StdDeserializer<Instant> {

        private static final long serialVersionUID = 1L;

        InstantReader() {
            super(Instant.class);
        }

        @Override
        public Instant deserialize(JsonParser in, DeserializationContext context) throws IOException {
            try {
                Instant instant = OffsetDateTime.parse(in.getText()).toInstant();
                return Instant.ofEpochMilli(instant.toEpochMilli());
            } catch (DateTimeParseException | ArithmeticException e) {
                return (Instant) context.handleWeirdStringValue(Instant.class, in.getText(), "no RFC 3339 time");
            }
        }
    }

    private static final class TrackWriter extends StdSerializer<Track> {

        private static final long serialVersionUID = 1L;

        TrackWriter() {
            super(Track.class);
        }

        @Override
        public void serialize(Track value, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeString(value.word());
        }
    }

    private static final class TrackReader extends StdDeserializer<Track> {

        private static final long serialVersionUID = 1L;

        TrackReader() {
            super(Track.class);
        }

        @Override
        public Track deserialize(JsonParser in, DeserializationContext context) throws IOException {
            for (Track track : Track.values()) {
                if (track.word().equals(in.getText())) {
                    return track;
                }
            }
            return (Track) context.handleWeirdStringValue(Track.class, in.getText(), "camera or screen");
        }
    }
}
