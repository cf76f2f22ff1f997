package io.github.factorscope.ui.lesson;

import io.github.factorscope.ui.compare.CompareViewModel;
import io.github.factorscope.ui.data.DataViewModel;
import io.github.factorscope.ui.explore.ExploreViewModel;
import io.github.factorscope.ui.learn.LearnViewModel;
import io.github.factorscope.ui.map.MapViewModel;
import io.github.factorscope.ui.train.TrainViewModel;
import io.github.factorscope.ui.workspace.Workspace;

/** The parts of the window that lessons look at and act on. */
public record LessonRooms(
        Workspace workspace,
        DataViewModel data,
        TrainViewModel train,
        CompareViewModel compare,
        ExploreViewModel explore,
        MapViewModel map,
        LearnViewModel learn) {}
