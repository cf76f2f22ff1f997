package io.github.factorscope;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.elements.ClassesShouldConjunction;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;

/** The rules that keep the rooms apart: the arrows point one way, and the engine runs without a screen. */
@AnalyzeClasses(packages = ArchitectureTest.BASE, importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    static final String BASE = "io.github.factorscope";

    private static final String MODEL = BASE + ".model";
    private static final String PARTS = MODEL + ".parts";

    @ArchTest
    static final ArchRule arrowsPointDownwards = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .ensureAllClassesAreContainedInArchitecture()
            .layer("text")
            .definedBy(BASE + ".text")
            .layer("numeric")
            .definedBy(BASE + ".numeric")
            .layer("data")
            .definedBy(BASE + ".data", BASE + ".data.reading", BASE + ".data.simulation")
            .layer("explanation")
            .definedBy(BASE + ".explanation")
            .layer("model")
            .definedBy(MODEL, MODEL + ".*")
            .layer("evaluation")
            .definedBy(BASE + ".evaluation..")
            .layer("training")
            .definedBy(BASE + ".training")
            .layer("experiment")
            .definedBy(BASE + ".experiment..")
            .layer("lesson")
            .definedBy(BASE + ".lesson")
            .optionalLayer("projection")
            .definedBy(BASE + ".projection")
            .optionalLayer("inspection")
            .definedBy(BASE + ".inspection")
            .layer("storage")
            .definedBy(BASE + ".storage")
            .layer("download")
            .definedBy(BASE + ".download")
            .optionalLayer("plot")
            .definedBy(BASE + ".plot")
            .optionalLayer("report")
            .definedBy(BASE + ".report")
            .layer("ui")
            .definedBy(BASE + ".ui..")
            .layer("cli")
            .definedBy(BASE + ".cli")
            .whereLayer("text")
            .mayNotAccessAnyLayer()
            .whereLayer("numeric")
            .mayNotAccessAnyLayer()
            .whereLayer("data")
            .mayOnlyAccessLayers("text", "numeric")
            .whereLayer("explanation")
            .mayOnlyAccessLayers("text", "numeric")
            .whereLayer("model")
            .mayOnlyAccessLayers("explanation", "data", "text", "numeric")
            .whereLayer("evaluation")
            .mayOnlyAccessLayers("model", "explanation", "data", "text", "numeric")
            .whereLayer("training")
            .mayOnlyAccessLayers("evaluation", "model", "explanation", "data", "text", "numeric")
            .whereLayer("experiment")
            .mayOnlyAccessLayers("training", "evaluation", "model", "explanation", "data", "text", "numeric")
            .whereLayer("projection")
            .mayOnlyAccessLayers("text", "numeric")
            .whereLayer("inspection")
            .mayOnlyAccessLayers(
                    "experiment", "training", "evaluation", "model", "explanation", "data", "text", "numeric")
            .whereLayer("lesson")
            .mayOnlyAccessLayers(
                    "experiment", "training", "evaluation", "model", "explanation", "data", "text", "numeric")
            .whereLayer("storage")
            .mayOnlyAccessLayers(
                    "experiment", "training", "evaluation", "model", "explanation", "data", "text", "numeric")
            .whereLayer("download")
            .mayOnlyAccessLayers("storage", "text")
            .whereLayer("plot")
            .mayOnlyAccessLayers("text")
            .whereLayer("report")
            .mayOnlyAccessLayers(
                    "plot", "experiment", "training", "evaluation", "model", "explanation", "data", "text", "numeric")
            .whereLayer("ui")
            .mayOnlyBeAccessedByLayers("cli")
            .whereLayer("cli")
            .mayNotBeAccessedByAnyLayer()
            .because("a change in one layer must not reach the layers below it");

    @ArchTest
    static final ArchRule packagesHaveNoCycles = slices().matching(BASE + ".(**)")
            .should()
            .beFreeOfCycles()
            .because("two packages that need one another are one package that is hard to find one's way in");

    @ArchTest
    static final ArchRule familiesDoNotUseOneAnother = slices().assignedFrom(new Families())
            .should()
            .notDependOnEachOther()
            .because("a new model is one folder, and an old one can go without breaking another");

    @ArchTest
    static final ArchRule contractsKnowNoImplementation = noClasses()
            .that()
            .resideInAPackage(MODEL)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(MODEL + ".*")
            .because("the contracts are what the families have in common, not the other way round");

    @ArchTest
    static final ArchRule partsKnowNoFamily = noClasses()
            .that()
            .resideInAPackage(PARTS)
            .should()
            .dependOnClassesThat(Families.belongToAFamily())
            .because("parts are shared between families, so they cannot know any of them");

    @ArchTest
    static final ArchRule onlyTheCatalogueKnowsTheFamilies = noClasses()
            .that()
            .resideOutsideOfPackage(MODEL + ".*")
            .and()
            .doNotHaveFullyQualifiedName(BASE + ".experiment.ModelCatalogue")
            .should()
            .dependOnClassesThat(Families.belongToAFamily())
            .because("a new model is one line in the catalogue; whoever names a family needs a line for each");

    @ArchTest
    static final ArchRule theEngineRunsWithoutAScreen = noClasses()
            .that()
            .resideOutsideOfPackage(BASE + ".ui..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javafx..", "atlantafx..", "org.kordamp..", "java.awt..", "javax.swing..")
            .because("the command line and the tests work where there is no display");

    @ArchTest
    static final ArchRule viewModelsKnowNoScene = noClasses()
            .that()
            .haveSimpleNameEndingWith("ViewModel")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javafx.scene..", "javafx.stage..", "javafx.fxml..")
            .because("state and actions of a screen are tested without a toolkit");

    @ArchTest
    static final ArchRule controllersAreFoundByTheirName = classes()
            .that()
            .haveSimpleNameEndingWith("Controller")
            .or()
            .haveSimpleNameEndingWith("ViewModel")
            .should()
            .resideInAPackage(BASE + ".ui..")
            .because("screens live in the window's rooms");

    @ArchTest
    static final ArchRule onlyTheCommandLineUsesPicocli =
            onlyIn(BASE + ".cli", "picocli..").because("how arguments are read is nobody else's business");

    @ArchTest
    static final ArchRule onlyModelsAndProjectionsUseEjml = noClasses()
            .that()
            .resideOutsideOfPackages(MODEL + "..", BASE + ".projection")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.ejml..")
            .because("linear algebra on dense matrices is the inner work of models and of the map");

    @ArchTest
    static final ArchRule onlyDataAndReportsUseCommonsCsv = noClasses()
            .that()
            .resideOutsideOfPackages(BASE + ".data..", BASE + ".report")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.commons.csv..")
            .because("whoever needs ratings asks the reader, which reports broken lines");

    @ArchTest
    static final ArchRule onlyReportsUseJ2html =
            onlyIn(BASE + ".report", "j2html..").because("what a page looks like is decided in one place");

    @ArchTest
    static final ArchRule onlyFormulasUseJLaTeXMath = onlyIn(BASE + ".ui.formula", "org.scilab.forge..")
            .because("whoever shows a formula shows outlines, which follow the theme");

    @ArchTest
    static final ArchRule onlyDownloadsUseTheNetwork =
            onlyIn(BASE + ".download", "java.net.http..").because("nothing leaves this machine unless it is asked for");

    @ArchTest
    static final ArchRule nobodyElsePrints = noClasses()
            .that()
            .resideOutsideOfPackage(BASE + ".cli")
            .and()
            .doNotHaveFullyQualifiedName(BASE + ".ui.WindowLauncher")
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .orShould()
            .callMethod(Throwable.class, "printStackTrace")
            .because("standard output is for results, and a stack trace reaches no user");

    @ArchTest
    static final ArchRule randomnessArrivesAsASeed = noClasses()
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.util.Random")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.util.concurrent.ThreadLocalRandom")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.security.SecureRandom")
            .orShould()
            .callMethod(Math.class, "random")
            .because("the same seed gives the same model on every JDK");

    private static ClassesShouldConjunction onlyIn(String room, String library) {
        return noClasses()
                .that()
                .resideOutsideOfPackage(room)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library);
    }

    /** One slice a family; contracts and parts belong to none. */
    private static final class Families implements SliceAssignment {
        static DescribedPredicate<JavaClass> belongToAFamily() {
            return DescribedPredicate.describe("belong to a family", type -> isFamily(type.getPackageName()));
        }

        private static boolean isFamily(String packageName) {
            return packageName.startsWith(MODEL + ".") && !packageName.equals(PARTS);
        }

        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            return isFamily(type.getPackageName())
                    ? SliceIdentifier.of(type.getPackageName().substring(MODEL.length() + 1))
                    : SliceIdentifier.ignore();
        }

        @Override
        public String getDescription() {
            return "model families";
        }
    }
}
