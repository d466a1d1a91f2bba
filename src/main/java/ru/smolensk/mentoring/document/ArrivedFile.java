package ru.smolensk.mentoring.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A file on its way into the database: on the disk for as long as it is looked into, never whole in memory. */
final class ArrivedFile implements AutoCloseable {

    private final Path path;
    private final long size;
    private final String sha256;

    private ArrivedFile(Path path, long size, String sha256) {
        this.path = path;
        this.size = size;
        this.sha256 = sha256;
    }

    /** Copies the content to the disk; beyond the limit it stops, and {@link #size} is then more than the limit. */
    static ArrivedFile of(InputStream content, long limit) throws IOException {
        Path path = java.nio.file.Files.createTempFile("portal", ".arrived");
        MessageDigest digest = digest();
        long size = 0;
        try (InputStream digested = new DigestInputStream(content, digest); OutputStream copy = java.nio.file.Files.newOutputStream(path)) {
            byte[] buffer = new byte[Files.PIECE];
            for (int read = digested.read(buffer); read >= 0 && size <= limit; read = digested.read(buffer)) {
                copy.write(buffer, 0, read);
                size += read;
            }
        } catch (IOException | RuntimeException failure) {
            java.nio.file.Files.deleteIfExists(path);
            throw failure;
        }
        return new ArrivedFile(path, size, HexFormat.of().formatHex(digest.digest()));
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    Path path() {
        return path;
    }

    long size() {
        return size;
    }

    String sha256() {
        return sha256;
    }

    @Override
    public void close() throws IOException {
        java.nio.file.Files.deleteIfExists(path);
    }
}
