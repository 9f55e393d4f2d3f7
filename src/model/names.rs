//! Names that files, folders and reports have for everybody. Not for ids, which a plan chooses ([`super::id`]).

/// The plan's file in a dossier's folder.
pub(crate) const PLAN: &str = "ke-hoach.yaml";
/// The folder of what does not change each quarter.
pub(crate) const UNITS: &str = "don-vi";
/// The board's own text among the returns of a period, without its ending.
pub(crate) const BOARD: &str = "_tong-hop";
/// The roll-up among the reports of a period.
pub const AREA: &str = "tong-hop";
/// A list of the reports beside them. Nothing makes one; the name stays free, since an id once given is kept.
pub const LIST: &str = "danh-muc";
/// What files of letters begin with that go to units without a return: the pattern `tep` of the kind `don-doc`.
pub const LETTER: &str = "don-doc-";
/// What values of a plan begin with that are examples and have to be replaced.
pub(crate) const TO_FILL_IN: &str = "(chưa điền)";
/// The kind that closes a phase unless the plan names another.
pub const CLOSING: &str = "tong-ket";
/// The register of outgoing documents in the inputs folder.
pub(crate) const REGISTER: &str = "so-dang-ky.yaml";
/// The folder of issued documents in a dossier's folder.
pub(crate) const ISSUED: &str = "da-ban-hanh";
