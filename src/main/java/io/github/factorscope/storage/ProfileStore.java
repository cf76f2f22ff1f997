package io.github.factorscope.storage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.factorscope.data.NamedRating;
import io.github.factorscope.text.Texts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The profiles that somebody has saved, in one JSON file: {@code format} and {@code profiles}, a list of {@code name},
 * {@code data}, {@code user} and {@code ratings}, a list of {@code item}, {@code title} and {@code rating}.
 */
public final class ProfileStore {
    private static final Texts TEXTS = Texts.of(ProfileStore.class);

    /** How many can be kept. */
    public static final int MOST = 500;

    private final KeptList<Profile> kept;

    /**
     * A store, whether its file exists or not.
     *
     * @param warnings hears a sentence for the user where the file cannot be used
     */
    public ProfileStore(Path file, Consumer<String> warnings) {
        kept = new KeptList<>(file, "profiles", new Json(), warnings);
    }

    /** In the order in which they were first saved. */
    public List<Profile> all() {
        return kept.all();
    }

    /** Saves, in place of an earlier one of this name, which is returned. */
    public Optional<Profile> save(Profile profile) throws IOException {
        List<Profile> replaced = new ArrayList<>();
        kept.change(profiles -> {
            List<Profile> changed = new ArrayList<>(profiles);
            int at = find(profiles, profile.name());
            if (at >= 0) {
                replaced.add(changed.set(at, profile));
            } else if (changed.size() >= MOST) {
                throw new UserException(TEXTS.get("too-many-profiles", String.valueOf(MOST)));
            } else {
                changed.add(profile);
            }
            return changed;
        });
        return replaced.stream().findFirst();
    }

    /**
     * Gives another name.
     *
     * @throws UserException where the name cannot be taken, with a sentence for the user
     */
    public void rename(String name, String other) throws IOException {
        Profile.requireName(other);
        kept.change(profiles -> {
            int at = find(profiles, name);
            int taken = find(profiles, other);
            if (taken >= 0 && taken != at) {
                throw new UserException(TEXTS.get("profile-taken", other));
            }
            List<Profile> changed = new ArrayList<>(profiles);
            if (at >= 0) {
                changed.set(at, profiles.get(at).renamed(other));
            }
            return changed;
        });
    }

    /** Removes; where there is none of this name, nothing happens. */
    public void delete(String name) throws IOException {
        kept.change(profiles ->
                profiles.stream().filter(profile -> !profile.isCalled(name)).toList());
    }

    private static int find(List<Profile> profiles, String name) {
        for (int at = 0; at < profiles.size(); at++) {
            if (profiles.get(at).isCalled(name)) {
                return at;
            }
        }
        return -1;
    }

    private static final class Json implements KeptList.Notation<Profile> {
        @Override
        public Profile read(JsonNode node) {
            List<NamedRating> ratings = new ArrayList<>();
            for (JsonNode rating : node.path("ratings")) {
                if (!rating.path("rating").isNumber()) {
                    throw new IllegalArgumentException("a rating is no number");
                }
                ratings.add(new NamedRating(
                        rating.path("item").asText(),
                        rating.path("title").asText(),
                        rating.path("rating").floatValue()));
            }
            return new Profile(
                    node.path("name").asText(),
                    node.path("data").asText(),
                    node.path("user").asText(),
                    ratings);
        }

        @Override
        public void write(Profile profile, ObjectNode node) {
            node.put("name", profile.name()).put("data", profile.data()).put("user", profile.user());
            ArrayNode ratings = node.putArray("ratings");
            for (NamedRating rating : profile.ratings()) {
                ratings.addObject()
                        .put("item", rating.item())
                        .put("title", rating.title())
                        .put("rating", rating.stars());
            }
        }
    }
}
