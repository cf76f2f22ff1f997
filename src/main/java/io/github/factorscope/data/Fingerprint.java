package io.github.factorscope.data;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 over ratings: equal for equal ratings whose ids were first seen in the same order. */
public final class Fingerprint {
    private Fingerprint() {}

    /** Over the ids in the order of their indices, then users, items and stars; 64 hexadecimal digits. */
    public static String of(RatingMatrix ratings, IdIndex users, IdIndex items) {
        MessageDigest digest = sha256();
        addIds(digest, users);
        addIds(digest, items);
        ByteBuffer buffer = ByteBuffer.allocate(12 * 4096);
        SparseRows byUser = ratings.byUser();
        for (int user = 0; user < byUser.rows(); user++) {
            for (int k = byUser.start(user); k < byUser.end(user); k++) {
                if (!buffer.hasRemaining()) {
                    digest.update(buffer.flip());
                    buffer.clear();
                }
                buffer.putInt(user).putInt(byUser.column(k)).putFloat(byUser.value(k));
            }
        }
        digest.update(buffer.flip());
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void addIds(MessageDigest digest, IdIndex ids) {
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(ids.size()).flip());
        for (String id : ids.ids()) {
            digest.update(id.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
