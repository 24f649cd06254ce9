package org.knightswatch.still;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.knightswatch.kernel.ProctoringException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class JpegTest {

    private static final byte[] SECRET = "GPS 47.3769, 8.5417".getBytes(StandardCharsets.US_ASCII);

    @Test
    void keepsThePictureAsItIs() throws IOException {
        byte[] sent = picture(320, 180);

        assertThat(pixels(Jpeg.bare(sent))).isEqualTo(pixels(sent));
    }

    @Test
    void leavesOutWhatIsNotThePicture() throws IOException {
        byte[] plain = picture(64, 36);
        byte[] sent = join(
                Arrays.copyOf(plain, 2),
                part(0xE1, SECRET),
                part(0xFE, SECRET),
                Arrays.copyOfRange(plain, 2, plain.length),
                SECRET);

        assertThat(Jpeg.bare(sent)).isEqualTo(Jpeg.bare(plain));
        assertThat(new String(Jpeg.bare(sent), StandardCharsets.ISO_8859_1)).doesNotContain("GPS");
    }

    @Test
    void refusesWhatIsNoPicture() {
        refuses("<script>alert(1)</script>".getBytes(StandardCharsets.US_ASCII));
        refuses(new byte[0]);
        refuses(new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xD9});
    }

    @Test
    void refusesOneThatIsTooLarge() throws IOException {
        refuses(picture(641, 360));
    }

    @Test
    void refusesOneThatIsCutShortAnywhere() throws IOException {
        byte[] whole = picture(64, 36);
        for (int length = 0; length < whole.length; length++) {
            refuses(Arrays.copyOf(whole, length));
        }
    }

    @Test
    void endsInAnAnswerWhateverIsChanged() throws IOException {
        byte[] whole = picture(64, 36);
        int taken = 0;
        for (int place = 0; place < whole.length; place++) {
            byte[] changed = whole.clone();
            changed[place] ^= (byte) 0xFF;
            try {
                taken += Jpeg.bare(changed).length > 0 ? 1 : 0;
            } catch (ProctoringException e) {
                assertThat(e).hasMessageContaining("FIELD");
            }
        }
        assertThat(taken).isLessThan(whole.length);
    }

    private static void refuses(byte[] bytes) {
        assertThatThrownBy(() -> Jpeg.bare(bytes)).isInstanceOf(ProctoringException.class);
    }

    private static byte[] picture(int width, int height) throws IOException {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.ORANGE);
        graphics.fillOval(width / 4, height / 4, width / 2, height / 2);
        graphics.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "jpg", out);
        return out.toByteArray();
    }

    private static int[] pixels(byte[] jpeg) throws IOException {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(jpeg));
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }

    private static byte[] part(int marker, byte[] content) {
        return join(new byte[] {(byte) 0xFF, (byte) marker, 0, (byte) (content.length + 2)}, content);
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }
}
