//! Which report a document is a draft of, and what it said when it was written. Not for what it says now ([`super::compare`]).

use super::request::ReceivedRequest;
use super::snapshot::{Snapshot, mark};
use crate::diagnostic::{Code, Finding};
use crate::docx::fault::DocxFault;
use crate::docx::reading::ReceivedDocument;
use crate::model::period::Period;
use crate::source::{SourceFile, Span};

/// What the document said when it was written.
pub(super) fn snapshot(
    document: &ReceivedDocument,
    shown: &str,
    request: &ReceivedRequest<'_>,
) -> Result<Snapshot, Finding> {
    let own = document.snapshot.as_deref().map(Snapshot::from_json);
    let refused = |message: &str, hint: &str| {
        let whole = Span::whole(&SourceFile::new(shown, ""));
        Err(Finding::new(Code::WordFile, format!("{shown}: {message}")).at(&whole).hint(hint))
    };
    let again = "lập bản Word mới bằng baocao draft, chép các câu đã sửa sang bản ấy rồi nhập";
    let snapshot = match (own, &document.report) {
        (Some(Some(own)), _) => own,
        (Some(None), _) => {
            return refused("bản Word lập bằng phiên bản khác của chương trình", again);
        }
        (None, Some(report)) => match said(document, report, request) {
            Some(said) => said,
            None => {
                return refused(
                    "phần nhận dạng trong bản Word đã bị bỏ khi lưu bằng chương trình khác, nên không biết câu nào đã sửa",
                    again,
                );
            }
        },
        (None, None) => {
            return refused(
                "không phải bản Word do chương trình lập",
                "nhập đúng tệp .docx do baocao draft lập; văn bản khác thì chép lời văn vào tệp YAML",
            );
        }
    };
    let report = snapshot.bao_cao.as_str();
    if let Some(other) = document.report.as_ref().filter(|other| *other != report) {
        return refused(&format!("tệp ghép từ hai bản Word: {report} và {other}"), again);
    }
    let dossier = report.split('/').next().unwrap_or_default();
    if !request.dossiers.iter().any(|known| known == dossier) {
        let message = format!("bản Word của hồ sơ «{dossier}», không có trong thư mục số liệu");
        return refused(&message, "nhập ở máy có hồ sơ ấy, hoặc chỉ đúng thư mục bằng --inputs");
    }
    if let Some(asked) = request.dossier.filter(|asked| *asked != dossier) {
        let message = format!("bản Word của hồ sơ «{dossier}», lệnh ghi hồ sơ «{asked}»");
        return refused(&message, "bỏ tên hồ sơ để nhập theo bản Word, hoặc lấy đúng tệp");
    }
    let period = report.split('/').nth(1).and_then(Period::parse);
    match request.period.zip(period).filter(|(asked, own)| asked != own) {
        Some((asked, own)) => {
            let message = format!("bản Word của kỳ {own}, lệnh ghi kỳ {asked}");
            refused(&message, "bỏ --period để nhập theo bản Word, hoặc lấy đúng tệp")
        }
        None => Ok(snapshot),
    }
}

/// What a draft said whose snapshot was dropped: as it was kept where it was written, or as the report is now, if it is the same.
fn said(
    document: &ReceivedDocument,
    report: &str,
    request: &ReceivedRequest<'_>,
) -> Option<Snapshot> {
    let wanted = document.mark.as_deref()?;
    let now = || (request.present)(report).filter(|now| mark(&now.to_json()) == wanted);
    (request.kept)(wanted).or_else(now)
}

/// A file that is no document.
pub(super) fn unread(shown: &str, fault: DocxFault) -> Finding {
    let whole = Span::whole(&SourceFile::new(shown, ""));
    Finding::new(Code::WordFile, format!("{shown}: {fault}")).at(&whole).hint(fault.hint())
}
