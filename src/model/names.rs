//! Names that files, folders and reports have for everybody. Not for ids, which a plan chooses ([`super::id`]).

/// The plan's file in a dossier's folder.
pub const PLAN: &str = "ke-hoach.yaml";
/// The folder of what does not change each quarter.
pub const UNITS: &str = "don-vi";
/// The board's own text among the returns of a period, without its ending.
pub const BOARD: &str = "_tong-hop";
/// The roll-up among the reports of a period.
pub const AREA: &str = "tong-hop";
