//! What stands at the end of what a run says: whether findings were left out, why each report was built. Not for findings themselves
//! ([`super::reporter::Reporter`]) and not for the closing line ([`crate::pipeline::closing`]).

use std::fmt;

use crate::build_report::Outcome;
use crate::pipeline::{ReportResult, RunResult};

/// How the closing line goes on where findings were left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum More {
    /// Nothing was.
    Nothing,
    /// Some were only counted.
    Counted,
    /// All were told by an earlier run.
    ToldBefore,
    /// Some were told by an earlier run.
    OnlyNew,
}

impl fmt::Display for More {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Nothing => "",
            Self::Counted => " (thêm --details để xem đủ)",
            Self::ToldBefore => " (đã nêu lần trước; thêm --details để xem lại)",
            Self::OnlyNew => " (chỉ nêu điều mới; thêm --details để xem đủ)",
        })
    }
}

/// What became of each report, and why.
pub(super) fn reasons(run: &RunResult) -> String {
    let why = |report: &ReportResult| match report.outcome {
        Outcome::Built => reasons_of(report),
        Outcome::Unchanged => "không đổi".to_owned(),
        Outcome::Refused => "bị giữ lại vì lỗi số liệu".to_owned(),
        Outcome::Failed => "không thành công".to_owned(),
        Outcome::Skipped => "chưa làm".to_owned(),
    };
    let lines = run.reports.iter().map(|report| format!("{}: {}\n", report.name, why(report)));
    let pruned = run.pruned.iter().map(|name| format!("{name}: đã xóa, báo cáo thừa\n"));
    lines.chain(pruned).collect()
}

/// Why a report was built.
pub(super) fn reasons_of(report: &ReportResult) -> String {
    report.reasons.iter().map(ToString::to_string).collect::<Vec<_>>().join("; ")
}
