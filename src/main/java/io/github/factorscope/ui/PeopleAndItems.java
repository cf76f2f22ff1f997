package io.github.factorscope.ui;

import io.github.factorscope.data.Dataset;
import io.github.factorscope.data.Item;
import io.github.factorscope.data.Split;
import io.github.factorscope.experiment.Run;
import io.github.factorscope.text.Texts;
import io.github.factorscope.ui.action.Action;
import io.github.factorscope.ui.action.Found;
import io.github.factorscope.ui.action.Kind;
import io.github.factorscope.ui.common.Formats;
import io.github.factorscope.ui.explore.Finders;
import io.github.factorscope.ui.workspace.RunEntry;
import io.github.factorscope.ui.workspace.Workspace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;

/** Finds users and items of the run that Explore looks into; none where there is no run. */
final class PeopleAndItems implements Found {
    private static final Texts TEXTS = Texts.of(PeopleAndItems.class);

    private final Workspace workspace;
    private final Look look;
    private Finders finders; // of the split that was searched last

    PeopleAndItems(Workspace workspace, Look look) {
        this.workspace = workspace;
        this.look = look;
    }

    /** What becomes of what was found. */
    interface Look {
        void at(Run run, int user);

        void into(Run run, int item);
    }

    @Override
    public Callable<List<Action>> search(String typed, int most) {
        RunEntry entry = workspace.selectedRunProperty().get();
        return entry == null ? List::of : () -> find(entry.run(), typed, most);
    }

    private List<Action> find(Run run, String typed, int most) {
        Finders prepared = prepare(run);
        Dataset dataset = run.experiment().dataset();
        List<Action> found = new ArrayList<>();
        Arrays.stream(prepared.people().byId(idIn(typed)))
                .limit(most)
                .mapToObj(user -> Action.of(
                                "user-" + user,
                                Kind.USERS,
                                TEXTS.get("user", dataset.users().id(user)),
                                () -> look.at(run, user))
                        .withDetail(TEXTS.get(
                                "so-many-ratings",
                                Formats.count(prepared.people().ratings(user)))))
                .forEach(found::add);
        for (int item : prepared.items().find(typed, most)) {
            Item known = dataset.items().item(item);
            found.add(Action.of("item-" + item, Kind.ITEMS, known.label(), () -> look.into(run, item))
                    .withDetail(String.join(", ", known.genres())));
        }
        return found;
    }

    /** Without the word for a user, which stands in front of ids on the screen. */
    private static String idIn(String typed) {
        String before = TEXTS.get("user", "").strip();
        return typed.startsWith(before + " ") ? typed.substring(before.length()).strip() : typed;
    }

    private synchronized Finders prepare(Run run) {
        Split split = run.experiment().split();
        if (finders == null || !finders.split().equals(split)) {
            finders = Finders.of(run.experiment().dataset(), split);
        }
        return finders;
    }
}
