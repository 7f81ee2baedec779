// SPDX-License-Identifier: Apache-2.0
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Checks the signatures of signed jars in a folder once and writes the jars anew without them: {@code java Unsigned.java LIB}.
 *
 * <p>A class path checks a signed jar at every start: Bouncy Castle's has 800 kB of digests, which cost half a second
 * each time before the first byte was sealed, and AOT caches leave classes of signed jars out. Only a security provider
 * must be signed, and we call Bouncy Castle's classes directly. The same jar gives the same bytes on every machine.
 */
final class Unsigned {
    private static final LocalDateTime ALWAYS = LocalDateTime.of(1980, 1, 1, 0, 0);

    private Unsigned() {}

    public static void main(String[] words) throws IOException {
        try (Stream<Path> files = Files.list(Path.of(words[0]))) {
            for (Path jar : files.filter(each -> each.toString().endsWith(".jar")).sorted().toList()) {
                if (isSigned(jar)) {
                    Path beside = jar.resolveSibling(jar.getFileName() + ".part");
                    try {
                        strip(jar, beside);
                        Files.move(beside, jar, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
                    } finally {
                        Files.deleteIfExists(beside);
                    }
                }
            }
        }
    }

    private static boolean isSigned(Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            return file.stream().anyMatch(each -> isSignature(each.getName()));
        }
    }

    private static boolean isSignature(String name) {
        String upper = name.toUpperCase(Locale.ROOT);
        return upper.matches("META-INF/[^/]+\\.(SF|RSA|DSA|EC)");
    }

    /** Reading an entry to its end checks it: a jar that was altered throws here, and stays as it is. */
    private static void strip(Path jar, Path beside) throws IOException {
        try (JarFile file = new JarFile(jar.toFile(), true);
                ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(beside))) {
            out.setLevel(0);
            Manifest kept = new Manifest();
            kept.getMainAttributes().putAll(file.getManifest().getMainAttributes());
            begin(out, JarFile.MANIFEST_NAME);
            kept.write(out);
            List<JarEntry> entries = file.stream().toList();
            for (JarEntry entry : entries) {
                byte[] content;
                try (InputStream in = file.getInputStream(entry)) {
                    content = in.readAllBytes();
                }
                if (isSignature(entry.getName()) || entry.getName().equals(JarFile.MANIFEST_NAME)) {
                    continue;
                }
                if (!entry.isDirectory() && !entry.getName().startsWith("META-INF/") && entry.getCodeSigners() == null) {
                    throw new IOException(jar.getFileName() + ": " + entry.getName() + " is not signed, the rest is");
                }
                begin(out, entry.getName());
                out.write(content);
            }
        }
    }

    private static void begin(ZipOutputStream out, String name) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(ALWAYS);
        out.putNextEntry(entry);
    }
}
