package dev.curfew.views.list;

import org.jspecify.annotations.Nullable;

/** A few objects that are the same only if each is the very same: snapshots are never compared. */
public final class Basis {
    private final @Nullable Object[] parts;

    private Basis(@Nullable Object[] parts) {
        this.parts = parts;
    }

    public static Basis of(@Nullable Object... parts) {
        return new Basis(parts.clone());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        if (!(other instanceof Basis basis) || basis.parts.length != parts.length) {
            return false;
        }
        for (int i = 0; i < parts.length; i++) {
            if (parts[i] != basis.parts[i]) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int hashCode() {
        int hash = 0;
        for (@Nullable Object part : parts) {
            hash = 31 * hash + System.identityHashCode(part);
        }
        return hash;
    }
}
