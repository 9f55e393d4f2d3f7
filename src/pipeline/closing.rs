//! What a run came to, in one line: how many reports and findings there are. Not for how it goes on where findings were left out, and
//! not for printing it ([`crate::cli::reporter`]).

use super::result::RunResult;
use crate::build_report::Outcome;
use crate::diagnostic::Severity;
use crate::options::RunMode;

/// The closing line without its end, which counts what became of the reports.
#[must_use]
pub(crate) fn closing(run: &RunResult, mode: RunMode) -> String {
    let count = |outcome| run.reports.iter().filter(|report| report.outcome == outcome).count();
    let found =
        |severity| run.findings.iter().filter(|finding| finding.severity == severity).count();
    let mut line = match mode {
        _ if run.reports.is_empty() && run.refused_dossiers == 0 => nothing(run),
        RunMode::Build => format!(
            "Đã lập {} báo cáo; {} báo cáo không đổi; {} bị giữ lại vì lỗi số liệu; {} không thành công",
            count(Outcome::Built),
            count(Outcome::Unchanged),
            count(Outcome::Refused),
            count(Outcome::Failed)
        ),
        RunMode::Check => format!(
            "Đã kiểm tra {} báo cáo: {} sẵn sàng, {} có lỗi",
            run.reports.len(),
            count(Outcome::Built),
            count(Outcome::Refused) + count(Outcome::Failed)
        ),
    };
    if !run.pruned.is_empty() {
        line = format!("{line}, đã xóa {} báo cáo thừa", run.pruned.len());
    }
    if count(Outcome::Skipped) > 0 {
        let why = if run.stopped {
            "đã dừng theo yêu cầu; chạy lại để làm tiếp"
        } else {
            "dừng ở lỗi đầu tiên"
        };
        line = format!("{line}, chưa làm {} ({why})", count(Outcome::Skipped));
    }
    if run.refused_dossiers > 0 {
        let pruned =
            if run.unpruned { " nên chưa xóa báo cáo thừa của hồ sơ ấy" } else { "" };
        line = format!("{line}, {} hồ sơ không đọc được kế hoạch{pruned}", run.refused_dossiers);
    }
    if run.kept_unread {
        line = format!("{line}, chưa xóa báo cáo thừa nào vì còn chỗ không đọc được");
    }
    let (errors, warnings, notes) =
        (found(Severity::Error), found(Severity::Warning), found(Severity::Note));
    format!("{line}; {errors} lỗi, {warnings} cảnh báo, {notes} ghi chú")
}

/// That nothing asked for is due, and why.
fn nothing(run: &RunResult) -> String {
    let why = run.absent.join("; ");
    let why = if why.is_empty() { why } else { format!(" ({why})") };
    format!("Không có báo cáo nào đến kỳ ứng với lựa chọn{why}")
}
