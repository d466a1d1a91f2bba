package ru.smolensk.mentoring.document;

import java.io.InputStream;
import org.springframework.core.io.AbstractResource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The content of a stored file as a stream that reads one piece at a time and holds no connection between the pieces. */
final class StoredContent extends AbstractResource {

    private final JdbcClient jdbc;
    private final StoredFile file;

    StoredContent(JdbcClient jdbc, StoredFile file) {
        this.jdbc = jdbc;
        this.file = file;
    }

    @Override
    public InputStream getInputStream() {
        return new Pieces();
    }

    @Override
    public long contentLength() {
        return file.size();
    }

    @Override
    public boolean exists() {
        return true;
    }

    @Override
    public String getDescription() {
        return "stored file " + file.id();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof StoredContent content && content.file.equals(file);
    }

    @Override
    public int hashCode() {
        return file.hashCode();
    }

    private final class Pieces extends InputStream {

        private long position;
        private int loaded = -1;
        private byte[] piece;

        @Override
        public int read() {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            if (length == 0) {
                return 0;
            }
            if (position >= file.size()) {
                return -1;
            }
            load((int) (position / Files.PIECE));
            int within = (int) (position % Files.PIECE);
            int count = Math.min(length, piece.length - within);
            System.arraycopy(piece, within, target, offset, count);
            position += count;
            return count;
        }

        /** A part from the middle, as viewers of PDF ask for, does not read what stands before it. */
        @Override
        public long skip(long count) {
            long skipped = Math.max(0, Math.min(count, file.size() - position));
            position += skipped;
            return skipped;
        }

        private void load(int number) {
            if (loaded != number) {
                piece = jdbc.sql("select content from stored_file_piece where file_id = ? and position = ?").params(file.id(), number)
                        .query((row, index) -> row.getBytes(1)).single();
                loaded = number;
            }
        }
    }
}
