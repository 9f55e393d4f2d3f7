//! Ids: the short names of dossiers, units, figures, targets, which also name files. Not for Vietnamese names.

use std::fmt;

use super::names::{AREA, LETTER, LIST};

/// Files beside those of units, which are called by their ids.
const RESERVED: [&str; 2] = [AREA, LIST];
/// File names Windows does not allow.
const WINDOWS: [&str; 22] = [
    "con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8",
    "com9", "lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9",
];
const LONGEST: usize = 40;

/// A lower-case ASCII name that is safe as a file name on every system.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Id(String);

impl Id {
    /// Parses `text`.
    ///
    /// # Errors
    /// Why it is no id, in Vietnamese.
    pub fn parse(text: &str) -> Result<Self, &'static str> {
        if text.is_empty() {
            return Err("mã để trống");
        }
        if text.len() > LONGEST {
            return Err("mã dài quá 40 ký tự");
        }
        if !text
            .chars()
            .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-' || c == '_')
        {
            return Err("mã có ký tự không được dùng");
        }
        if !text.starts_with(|c: char| c.is_ascii_alphanumeric()) {
            return Err("mã phải bắt đầu bằng chữ hoặc số");
        }
        if RESERVED.contains(&text) || WINDOWS.contains(&text) || text.starts_with(LETTER) {
            return Err("tên này dành riêng");
        }
        Ok(Self(text.to_owned()))
    }

    /// The id as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_that_would_leave_the_folder_are_refused() {
        for bad in
            ["../x", "a/b", "a\\b", ".", "", "Đưng", "con", "tong-hop", "don-doc-lat", "_x", "a b"]
        {
            assert!(Id::parse(bad).is_err(), "{bad}");
        }
        assert_eq!(Id::parse("dung-kno").map(|id| id.to_string()), Ok("dung-kno".to_owned()));
    }
}
