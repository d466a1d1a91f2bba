package ru.smolensk.mentoring.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import javax.imageio.ImageIO;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;

/**
 * A file on its way into the database. What is smaller than a piece of the database stays in memory; anything larger lies on the disk for as
 * long as it is looked into, never whole in memory.
 */
final class ArrivedFile implements AutoCloseable {

    /** The whole file, or {@code null} for one that is on the disk alone. */
    private final byte[] small;
    private final long size;
    private final String sha256;
    /** A small file comes to the disk only when somebody can't read it otherwise. */
    private Path path;

    private ArrivedFile(byte[] small, Path path, long size, String sha256) {
        this.small = small;
        this.path = path;
        this.size = size;
        this.sha256 = sha256;
    }

    /** Takes the content; beyond the limit it stops, and {@link #size} is then more than the limit. */
    static ArrivedFile of(InputStream content, long limit) throws IOException {
        return of(content, limit, Files.PIECE);
    }

    /** @param large from how many bytes on a file lies on the disk */
    static ArrivedFile of(InputStream content, long limit, int large) throws IOException {
        MessageDigest digest = digest();
        try (InputStream digested = new DigestInputStream(content, digest)) {
            byte[] piece = digested.readNBytes(Files.PIECE);
            if (piece.length < large) {
                return new ArrivedFile(piece, null, piece.length, HexFormat.of().formatHex(digest.digest()));
            }
            Path path = temporary();
            long size = 0;
            try (OutputStream copy = java.nio.file.Files.newOutputStream(path)) {
                for (; piece.length > 0 && size <= limit; piece = digested.readNBytes(Files.PIECE)) {
                    copy.write(piece);
                    size += piece.length;
                }
            } catch (IOException | RuntimeException failure) {
                java.nio.file.Files.deleteIfExists(path);
                throw failure;
            }
            return new ArrivedFile(null, path, size, HexFormat.of().formatHex(digest.digest()));
        }
    }

    private static Path temporary() throws IOException {
        return java.nio.file.Files.createTempFile("portal", ".arrived");
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    InputStream open() throws IOException {
        return small == null ? java.nio.file.Files.newInputStream(path) : new ByteArrayInputStream(small);
    }

    /** For PDFBox. */
    RandomAccessRead pages() throws IOException {
        return small == null ? new RandomAccessReadBufferedFile(path.toFile()) : new RandomAccessReadBuffer(small);
    }

    /** For the readers of pictures. */
    ImageInputStream picture() throws IOException {
        return small == null ? ImageIO.createImageInputStream(path.toFile()) : new MemoryCacheImageInputStream(open());
    }

    /** The file on the disk, for those who read packed documents: they want one. */
    Path path() throws IOException {
        if (path == null) {
            path = temporary();
            java.nio.file.Files.write(path, small);
        }
        return path;
    }

    long size() {
        return size;
    }

    String sha256() {
        return sha256;
    }

    /** It has been looked into: what is in memory needs no disk any more. */
    void leaveDisk() throws IOException {
        if (small != null && path != null) {
            java.nio.file.Files.deleteIfExists(path);
            path = null;
        }
    }

    @Override
    public void close() throws IOException {
        if (path != null) {
            java.nio.file.Files.deleteIfExists(path);
        }
    }
}
