package dev.curfew.views.palette;

import dev.curfew.icons.AppIcon;

/**
 * Something that can be opened or done.
 *
 * @param id stable
 * @param group the heading it stands under: "Commands", "Workloads"
 * @param detail beside the title: a SPIFFE ID, a serial; may be empty
 * @param keys its shortcut; may be empty
 * @param refusal why it can not be done now; empty when it can
 */
public record PaletteItem(
        String id,
        String group,
        AppIcon icon,
        String title,
        String detail,
        String keys,
        String refusal,
        Runnable run) {

    public static PaletteItem command(
            String id, String group, AppIcon icon, String title, String keys, Runnable run) {
        return new PaletteItem(id, group, icon, title, "", keys, "", run);
    }

    public static PaletteItem object(
            String id, String group, AppIcon icon, String title, String detail, Runnable run) {
        return new PaletteItem(id, group, icon, title, detail, "", "", run);
    }

    public PaletteItem refused(String why) {
        return new PaletteItem(id, group, icon, title, detail, keys, why, run);
    }
}
