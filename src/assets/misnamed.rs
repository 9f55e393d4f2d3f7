//! Which template file a misnamed one was to be: `chung/Cau-chu.yaml`, `cau_chu.yaml` beside the folders, `Quy/loai.yml`. Such a
//! file is not read, and the one that comes with the program stands in its place. Not for names of the inputs.

use std::collections::BTreeSet;
use std::path::Path;

use crate::vietnamese::nearest::{fold, nearest};

/// The folder all kinds share.
const COMMON: &str = "chung";
/// Folders that are no kinds: what is in them has a place of its own.
const APART: [&str; 3] = ["van-ban-dang", "the-thuc-kiem-tra", "fonts"];
/// What a kind, or all of them, may have beside its folders.
const PARTS: [&str; 3] = ["loai", "cau-chu", "bo-cuc"];

/// The names there are.
pub(super) struct KnownFiles<'n> {
    /// The files that come with the program.
    pub(super) bundled: &'n BTreeSet<String>,
    /// The files of the folder.
    pub(super) own: &'n BTreeSet<String>,
}

impl KnownFiles<'_> {
    /// The path a file was to have; none if it is right, is something else, or stands beside the right one.
    pub(super) fn meant(&self, path: &str) -> Option<String> {
        let read = [".yaml", ".yml", ".j2", ".typ", ".ttf", ".otf", ".txt"];
        let lower = path.to_lowercase();
        if self.bundled.contains(path) || !read.iter().any(|end| lower.ends_with(end)) {
            return None;
        }
        let parts: Vec<&str> = path.split('/').collect();
        let meant = match parts.as_slice() {
            [name] => self.lost(name),
            [top, rest @ ..] if !self.is_folder(top) => self.folder(top, &rest.join("/")),
            [top, rest @ ..] if APART.contains(top) => self.among(top, &rest.join("/")),
            [top, rest @ ..] => self.of_kind(top, &rest.join("/")),
            [] => None,
        };
        meant.filter(|meant| meant != path && !self.own.contains(meant))
    }

    /// A file beside the folders, by its name alone.
    fn lost(&self, name: &str) -> Option<String> {
        let named = |path: &&String| plain(last(path)) == plain(name);
        let common = self.bundled.iter().filter(named).find(|path| path.starts_with(COMMON));
        common.or_else(|| self.bundled.iter().find(named)).cloned()
    }

    /// Whether there is a folder of this name that is read.
    fn is_folder(&self, top: &str) -> bool {
        let manifest = format!("{top}/loai.yaml");
        self.own.contains(&manifest) || self.tops().any(|known| known == top)
    }

    fn tops(&self) -> impl Iterator<Item = &str> {
        self.bundled.iter().filter_map(|path| path.split('/').next())
    }

    /// A file in a folder nothing is read from.
    fn folder(&self, top: &str, rest: &str) -> Option<String> {
        if plain(rest) == plain("loai.yaml") {
            return Some(format!("{top}/loai.yaml"));
        }
        let part = self.bundled.iter().filter_map(|path| path.split('/').nth(1));
        if part.into_iter().any(|part| plain(part) == plain(top)) {
            return Some(format!("{COMMON}/{top}/{rest}"));
        }
        nearest(top, self.tops()).map(|meant| format!("{meant}/{rest}"))
    }

    /// A file of a folder with a place of its own.
    fn among(&self, top: &str, rest: &str) -> Option<String> {
        let path = format!("{top}/{rest}");
        self.bundled.iter().find(|known| plain(known) == plain(&path)).cloned()
    }

    /// A file of a kind, or of all: named like one that any kind has in this place, or outside the folder it belongs in.
    fn of_kind(&self, top: &str, rest: &str) -> Option<String> {
        let below = |path: &String| {
            let (folder, rest) = path.split_once('/')?;
            (!APART.contains(&folder)).then(|| rest.to_owned())
        };
        let known: BTreeSet<String> = self.bundled.iter().filter_map(below).collect();
        if known.contains(rest) {
            return None;
        }
        let same = |name: &&String| plain(name) == plain(rest);
        let inside = |name: &&String| !rest.contains('/') && plain(last(name)) == plain(rest);
        let found = known.iter().find(same).or_else(|| known.iter().find(inside)).cloned();
        found.or_else(|| part(rest)).map(|name| format!("{top}/{name}"))
    }
}

/// The part of a kind a YAML file is named almost like.
fn part(rest: &str) -> Option<String> {
    let name = Path::new(rest).file_stem().filter(|_| !rest.contains('/'))?.to_str()?;
    let is_yaml = plain(rest).ends_with("yaml");
    nearest(name, PARTS.into_iter()).filter(|_| is_yaml).map(|part| format!("{part}.yaml"))
}

fn last(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

/// A path without what people slip in: capitals, `_` for `-`, `.yml`, a second ending.
fn plain(path: &str) -> String {
    let lower = path.to_lowercase();
    let single = lower.strip_suffix(".txt").filter(|name| name.contains('.')).unwrap_or(&lower);
    let yaml = single.strip_suffix(".yml").map(|name| format!("{name}.yaml"));
    let parts = yaml.as_deref().unwrap_or(single).split('/');
    parts.map(fold).collect::<Vec<_>>().join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_misnamed_file_is_led_to_its_place_and_an_office_s_own_is_left_alone() {
        let bundled = [
            "chung/cau-chu.yaml",
            "chung/muc/kien-nghi.typ.j2",
            "quy/loai.yaml",
            "van-ban-dang/the-thuc/hd36.yaml",
            "fonts/LiberationSerif-Bold.ttf",
        ];
        let bundled: BTreeSet<String> = bundled.map(str::to_owned).into();
        let own: BTreeSet<String> =
            ["nhanh/loai.yaml", "quy/cau-chu.yaml"].map(str::to_owned).into();
        let known = KnownFiles { bundled: &bundled, own: &own };
        for (path, meant) in [
            ("chung/Cau-chu.yaml", "chung/cau-chu.yaml"),
            ("chung/cau_chu.yaml", "chung/cau-chu.yaml"),
            ("chung/cau-chu.yml", "chung/cau-chu.yaml"),
            ("chung/cau-chu.yaml.txt", "chung/cau-chu.yaml"),
            ("nhanh/cauchu.yaml", "nhanh/cau-chu.yaml"),
            ("nhanh/cau-chuu.yaml", "nhanh/cau-chu.yaml"),
            ("cau-chu.yaml", "chung/cau-chu.yaml"),
            ("Chung/cau-chu.yaml", "chung/cau-chu.yaml"),
            ("chungg/cau-chu.yaml", "chung/cau-chu.yaml"),
            ("muc/kien-nghi.typ.j2", "chung/muc/kien-nghi.typ.j2"),
            ("quy/kien-nghi.typ.j2", "quy/muc/kien-nghi.typ.j2"),
            ("quy/muc/kien_nghi.typ.j2", "quy/muc/kien-nghi.typ.j2"),
            ("van-ban-dang/the-thuc/HD36.yaml", "van-ban-dang/the-thuc/hd36.yaml"),
            ("nhanh/Loai.yaml", ""),
            ("gap/Loai.yaml", "gap/loai.yaml"),
            ("quy/cau-chu (1).yaml", ""),
            ("quy/muc/y-kien.typ.j2", ""),
            ("nhanh/muc/kien-nghi.typ.j2", ""),
            ("van-ban-dang/the-thuc/hd99.yaml", ""),
            ("ghi-chu.txt", ""),
            ("README.md", ""),
        ] {
            let found = known.meant(path).unwrap_or_default();
            assert_eq!(found, meant, "{path}");
        }
    }
}
