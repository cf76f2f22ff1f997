package io.github.factorscope.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.factorscope.data.Dataset;
import io.github.factorscope.data.Split;
import io.github.factorscope.data.SplitPlan;
import io.github.factorscope.data.reading.DatasetReader;
import io.github.factorscope.evaluation.Accuracy;
import io.github.factorscope.experiment.ModelCatalogue;
import io.github.factorscope.model.FamilyLawsTest.Variant;
import io.github.factorscope.training.TrainingSession;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.apiguardian.api.API;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;

/** The page on a model of one's own: its code compiles, obeys the laws of all models, and does what the page says. */
class OwnModelPageTest {
    private static final Path PAGE = Path.of("docs", "own-model.md");
    private static final Pattern BLOCK = Pattern.compile("```java\n(package .*?)```", Pattern.DOTALL);
    private static final Pattern PACKAGE = Pattern.compile("package ([\\w.]+);");
    private static final Pattern TYPE =
            Pattern.compile("^(?:public )?(?:final )?(?:class|record) (\\w+)", Pattern.MULTILINE);

    @TempDir
    private static Path folder;

    private static String page;
    private static URLClassLoader loader;
    private static ModelFamily family;

    @BeforeAll
    static void compileThePage() throws Exception {
        page = Files.readString(PAGE);
        List<Path> sources = new ArrayList<>();
        String familyName = null;
        Matcher blocks = BLOCK.matcher(page);
        while (blocks.find()) {
            String source = blocks.group(1);
            String name = first(TYPE, source);
            Path file = folder.resolve(name + ".java");
            Files.writeString(file, source);
            sources.add(file);
            familyName = name.endsWith("Family") ? first(PACKAGE, source) + "." + name : familyName;
        }
        assertThat(sources).hasSize(4);
        compile(sources);
        loader = new URLClassLoader(new URL[] {folder.toUri().toURL()}, ModelFamily.class.getClassLoader());
        family = (ModelFamily)
                loader.loadClass(familyName).getDeclaredConstructor().newInstance();
    }

    private static String first(Pattern pattern, String source) {
        Matcher matcher = pattern.matcher(source);
        assertThat(matcher.find()).as(pattern + " in\n" + source).isTrue();
        return matcher.group(1);
    }

    private static void compile(List<Path> sources) throws Exception {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<String> classes = new ArrayList<>();
        for (Class<?> used : List.of(ModelFamily.class, Test.class, API.class, Assertions.class)) {
            classes.add(Path.of(used.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString());
        }
        StringWriter complaints = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, Locale.ROOT, null)) {
            boolean compiled = compiler.getTask(
                            complaints,
                            files,
                            null,
                            List.of(
                                    "--release",
                                    "17",
                                    "-proc:none",
                                    "-Xlint:all",
                                    "-Werror",
                                    "-classpath",
                                    String.join(File.pathSeparator, classes),
                                    "-d",
                                    folder.toString()),
                            null,
                            files.getJavaFileObjectsFromPaths(sources))
                    .call();
            assertThat(compiled).as(complaints.toString()).isTrue();
        }
    }

    @AfterAll
    static void close() throws IOException {
        loader.close();
    }

    @TestFactory
    Stream<DynamicTest> itObeysTheLawsOfAllModels() {
        return Stream.of(FamilyLawsTest.class, PersonLawsTest.class, ExtremesTest.class)
                .flatMap(laws -> Arrays.stream(laws.getDeclaredMethods()))
                .filter(law -> law.isAnnotationPresent(ParameterizedTest.class))
                .flatMap(OwnModelPageTest::cases);
    }

    private static Stream<DynamicTest> cases(Method law) {
        Stream<?> subjects = law.getParameterTypes()[0] == ModelFamily.class
                ? Stream.of(family)
                : family.presets().stream().map(preset -> new Variant(family, preset));
        return subjects.map(
                subject -> DynamicTest.dynamicTest(law.getName() + ": " + subject, () -> judge(law, subject)));
    }

    private static void judge(Method law, Object subject) throws Throwable {
        Constructor<?> laws = law.getDeclaringClass().getDeclaredConstructor();
        try {
            law.invoke(laws.newInstance(), subject);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    @Test
    void itsOwnTestPasses() throws Throwable {
        Class<?> test = loader.loadClass(family.getClass().getPackageName() + ".MainstreamTest");
        Constructor<?> maker = test.getDeclaredConstructor();
        maker.setAccessible(true);
        List<Method> cases = Arrays.stream(test.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(Test.class))
                .toList();
        assertThat(cases).isNotEmpty();
        for (Method each : cases) {
            each.setAccessible(true);
            try {
                each.invoke(maker.newInstance());
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }
    }

    @Test
    void onTheDemoFilmsItIsBetterThanTheBaselineByWhatThePageSays() throws IOException {
        Dataset films = DatasetReader.read(Path.of("datasets", "demo-films")).dataset();
        Split split = Split.of(films, new SplitPlan(0.1, 0, 1)); // that of --holdout 0.1
        Accuracy own = test(family, split);
        Accuracy baseline = test(ModelCatalogue.find("baseline"), split);

        assertThat(own.rmse()).isLessThan(baseline.rmse() - 0.005);
        assertThat(page).contains(line(own)).contains(line(baseline));
    }

    private static Accuracy test(ModelFamily trained, Split split) {
        return new TrainingSession(trained, trained.defaults(), split, 1, 0, report -> {})
                .run()
                .accuracies()
                .test()
                .orElseThrow();
    }

    /** As `train` prints it. */
    private static String line(Accuracy test) {
        return String.format(
                Locale.ROOT, "Test    RMSE %.4f, MAE %.4f over %,d ratings", test.rmse(), test.mae(), test.ratings());
    }
}
