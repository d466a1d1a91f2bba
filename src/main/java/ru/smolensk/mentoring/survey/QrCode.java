package ru.smolensk.mentoring.survey;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.util.Map;

/**
 * A QR code as one SVG path, a unit a module, its quiet zone inside.
 *
 * @param size modules a side
 */
record QrCode(int size, String path) {

    private static final Map<EncodeHintType, ?> HINTS = Map.of(EncodeHintType.MARGIN, 4, EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.M);

    static QrCode of(String text) {
        try {
            BitMatrix modules = new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0, HINTS);
            StringBuilder path = new StringBuilder();
            for (int y = 0; y < modules.getHeight(); y++) {
                for (int x = 0; x < modules.getWidth(); x++) {
                    int from = x;
                    while (x < modules.getWidth() && modules.get(x, y)) {
                        x++;
                    }
                    if (x > from) {
                        path.append('M').append(from).append(' ').append(y).append('h').append(x - from).append("v1h-").append(x - from).append('z');
                    }
                }
            }
            return new QrCode(modules.getWidth(), path.toString());
        } catch (WriterException tooLong) {
            throw new IllegalArgumentException(tooLong);
        }
    }
}
