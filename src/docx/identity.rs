//! By what a document is known again: the report it is a draft of, and what it said when it was written, kept in it. Not for reading or
//! writing them.

/// The property with the report's name, and the element with what the document said.
pub(super) const REPORT: &str = "baocao";
/// The property with the mark of what it said.
pub(super) const MARK: &str = "baocao-noi-dung";
/// The namespace of what it said; it rises with the form of that.
pub(super) const NAMESPACE: &str = "urn:baocao:ban-word:1";
