package io.github.factorscope.peers;

import com.google.common.collect.BiMap;
import com.google.common.collect.HashBasedTable;
import com.google.common.collect.Table;
import io.github.factorscope.data.RatingMatrix;
import io.github.factorscope.data.SparseRows;
import io.github.factorscope.data.Split;
import net.librec.data.DataAppender;
import net.librec.data.DataContext;
import net.librec.data.DataModel;
import net.librec.data.DataSplitter;
import net.librec.math.structure.DataSet;
import net.librec.math.structure.SparseMatrix;

/** A split of ours in LibRec's own matrices, with the same indices; so its text reader and its splitter stay out. */
final class LibRecData implements DataModel {
    private final SparseMatrix training;
    private final SparseMatrix test;

    LibRecData(Split split) {
        training = matrix(split.training());
        test = matrix(split.test());
    }

    private static SparseMatrix matrix(RatingMatrix ratings) {
        SparseRows byUser = ratings.byUser();
        Table<Integer, Integer, Double> cells = HashBasedTable.create();
        for (int user = 0; user < ratings.users(); user++) {
            for (int k = byUser.start(user); k < byUser.end(user); k++) {
                cells.put(user, byUser.column(k), (double) byUser.value(k));
            }
        }
        return new SparseMatrix(ratings.users(), ratings.items(), cells);
    }

    @Override
    public DataSet getTrainDataSet() {
        return training;
    }

    @Override
    public DataSet getTestDataSet() {
        return test;
    }

    // Asked for by every recommender and used by none of ours.

    @Override
    public DataSet getValidDataSet() {
        return null;
    }

    @Override
    public BiMap<String, Integer> getUserMappingData() {
        return null;
    }

    @Override
    public BiMap<String, Integer> getItemMappingData() {
        return null;
    }

    // Asked for by LibRec's jobs only.

    @Override
    public DataSet getDatetimeDataSet() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void buildDataModel() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void loadDataModel() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void saveDataModel() {
        throw new UnsupportedOperationException();
    }

    @Override
    public DataSplitter getDataSplitter() {
        throw new UnsupportedOperationException();
    }

    @Override
    public DataAppender getDataAppender() {
        throw new UnsupportedOperationException();
    }

    @Override
    public DataContext getContext() {
        throw new UnsupportedOperationException();
    }
}
