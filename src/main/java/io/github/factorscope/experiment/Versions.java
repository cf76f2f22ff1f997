package io.github.factorscope.experiment;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;

/** What a run was made with. */
public record Versions(String factorScope, String java, String system) {
    private static final String FACTOR_SCOPE = readVersion();

    public static Versions current() {
        return new Versions(
                FACTOR_SCOPE,
                System.getProperty("java.version") + " (" + System.getProperty("java.vendor") + ")",
                System.getProperty("os.name") + " " + System.getProperty("os.arch"));
    }

    private static String readVersion() {
        try (InputStream in = Versions.class.getResourceAsStream("version.properties")) {
            Properties properties = new Properties();
            properties.load(in);
            return properties.getProperty("version");
        } catch (IOException e) {
            throw new IllegalStateException("version.properties is part of the application", e);
        }
    }
}
