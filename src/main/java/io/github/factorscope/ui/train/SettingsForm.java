package io.github.factorscope.ui.train;

import io.github.factorscope.model.Hyperparameter;
import io.github.factorscope.model.ModelFamily;
import io.github.factorscope.model.Settings;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The fields of one family, made from its hyperparameters. */
public final class SettingsForm {
    private final ModelFamily family;
    private final List<SettingField> fields;
    private final ReadOnlyObjectWrapper<Optional<Settings>> settings = new ReadOnlyObjectWrapper<>();
    private boolean filling;

    SettingsForm(ModelFamily family) {
        this.family = family;
        this.fields = family.hyperparameters().stream().map(SettingField::new).toList();
        fill(family.defaults());
        for (SettingField field : fields) {
            field.textProperty().addListener((observable, before, now) -> read());
        }
    }

    public List<SettingField> fields() {
        return fields;
    }

    /** The settings as typed; empty while a field has an error. */
    public ReadOnlyObjectProperty<Optional<Settings>> settingsProperty() {
        return settings.getReadOnlyProperty();
    }

    /** Shows these settings. */
    void fill(Settings shown) {
        filling = true;
        fields.forEach(field -> field.show(shown));
        filling = false;
        read();
    }

    private void read() {
        if (filling) {
            return;
        }
        Settings typed = family.defaults();
        for (SettingField field : fields) {
            if (field.isValid()) {
                typed = typed.with(
                        field.hyperparameter().name(), field.textProperty().get());
            }
        }
        for (SettingField field : fields) {
            Hyperparameter<?> hyperparameter = field.hyperparameter();
            field.appliesProperty().set(hyperparameter.applies(typed));
        }
        boolean valid = fields.stream()
                .allMatch(field -> field.isValid() || !field.appliesProperty().get());
        settings.set(valid ? Optional.of(typed) : Optional.empty());
    }
}
