package ru.smolensk.mentoring.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import ru.smolensk.mentoring.platform.StartRefused;

/** Keeps a second portal away from a folder of data. The operating system lifts it when the process ends, however it ends. */
record FolderLock(FileChannel channel) implements AutoCloseable {

    /**
     * Takes the folder.
     *
     * @throws StartRefused when another start works there
     */
    static FolderLock take(Path folder) throws IOException {
        FileChannel channel = FileChannel.open(folder.resolveSibling(folder.getFileName() + ".lock"),
                StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (!isTaken(channel)) {
            return new FolderLock(channel);
        }
        channel.close();
        throw new StartRefused("С папкой %s уже работает другой запуск портала: ".formatted(folder)
                + "остановите его или укажите другие portal.embedded.folder и portal.embedded.port.");
    }

    private static boolean isTaken(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() == null;
        } catch (OverlappingFileLockException takenByThisProcess) {
            return true;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
