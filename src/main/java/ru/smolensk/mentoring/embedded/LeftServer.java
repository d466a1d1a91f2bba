package ru.smolensk.mentoring.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * What {@code postmaster.pid} in a folder of data tells about the server there. A portal that was killed leaves its server running; a
 * machine that lost power leaves only the file, whose number may by now belong to any process. Ask only while holding the
 * {@link FolderLock}.
 */
record LeftServer(Path data, Optional<ProcessHandle> process) {

    private static final int PATIENCE_SECONDS = 20;

    static LeftServer in(Path data) throws IOException {
        Path file = pidFile(data);
        if (!Files.exists(file)) {
            return new LeftServer(data, Optional.empty());
        }
        try (var lines = Files.lines(file)) {
            return new LeftServer(data, lines.findFirst().map(String::strip).map(Long::valueOf).flatMap(ProcessHandle::of));
        }
    }

    /** Stops the server if it is one. Otherwise sees to it that PostgreSQL doesn't take a stranger for a server. */
    void stop() throws IOException {
        if (process.isEmpty()) {
            return; // PostgreSQL itself recognises a file left by a process that is gone.
        }
        if (isServer(process.get().info())) {
            process.get().destroy();
            if (!isGone(process.get())) {
                process.get().children().forEach(ProcessHandle::destroyForcibly);
                process.get().destroyForcibly();
                isGone(process.get());
            }
        } else {
            Files.deleteIfExists(pidFile(data));
        }
    }

    private boolean isServer(ProcessHandle.Info info) {
        // Not every system tells the command line. In doubt it is a server: its file must not be taken away.
        boolean postgres = info.command().map(command -> Path.of(command).getFileName().toString().startsWith("postgres")).orElse(true);
        boolean here = info.commandLine().map(line -> line.contains(data.toString())).orElse(true);
        return postgres && here;
    }

    private static boolean isGone(ProcessHandle process) {
        try {
            process.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException stillThere) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Path pidFile(Path data) {
        return data.resolve("postmaster.pid");
    }
}
