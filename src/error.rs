//! What stops a whole run. Not for what is wrong with data or templates, which are findings.

use std::collections::BTreeSet;
use std::io;
use std::path::PathBuf;

use crate::diagnostic::shown::slashed;
use crate::diagnostic::system_error::words;
use crate::diagnostic::{Finding, did_you_mean};
use crate::model::id::Id;
use crate::model::period::Period;
use crate::vietnamese::nearest::nearest;

/// Why a run could not go on. Shown in Vietnamese; the exit code is 2.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The local page cannot be opened.
    #[error("không mở được trang trên máy này ({why}); bỏ --port để dùng cổng còn trống")]
    NoServer {
        /// Why, in Vietnamese.
        why: String,
    },
    /// The inputs folder is not there.
    #[error("không có thư mục số liệu «{}»; chạy chương trình trong thư mục chứa nó, hoặc chỉ rõ bằng --inputs", slashed(.0))]
    NoInputs(PathBuf),
    /// The inputs folder is there and is not opened.
    #[error("không mở được thư mục số liệu «{}» ({why}); xem quyền đọc thư mục và kết nối đến ổ đĩa, rồi chạy lại", slashed(.path))]
    ClosedInputs {
        /// The inputs folder.
        path: PathBuf,
        /// Why, in Vietnamese.
        why: String,
    },
    /// The manifest is there and cannot be read.
    #[error("{}: {why}, nên không biết báo cáo nào do chương trình lập; chưa ghi, chưa xóa gì. Xem quyền đọc tệp và kết nối đến ổ đĩa, rồi chạy lại; tệp đã hỏng thì chuyển đi nơi khác", slashed(.path))]
    UnreadManifest {
        /// The manifest.
        path: PathBuf,
        /// Why, in Vietnamese.
        why: String,
    },
    /// No dossier in it.
    #[error("thư mục «{}» không có hồ sơ nào (thư mục con có tệp ke-hoach.yaml)", slashed(.0))]
    NoDossiers(PathBuf),
    /// A name on the command line that nothing has.
    #[error("không có {what} «{name}»{}", .nearest.as_ref().map_or(String::new(), |near| format!("; {}", did_you_mean(near))))]
    Unknown {
        /// What was named: a dossier, a unit, a period.
        what: &'static str,
        /// The name as typed.
        name: String,
        /// The nearest known name.
        nearest: Option<String>,
    },
    /// A period nothing was handed in for.
    #[error("chưa có số liệu kỳ {period}; các kỳ có số liệu: {}{}", listed(.known), misplaced(.unused))]
    NoPeriod {
        /// The period as asked for.
        period: Period,
        /// The periods there are.
        known: BTreeSet<String>,
        /// Files of that period nothing reads, because of their place or name.
        unused: Vec<String>,
    },
    /// A quarter without a year, which none or several years have.
    #[error("quý {quarter} của năm nào? Ghi cả năm: {}", listed(.periods))]
    WhichYear {
        /// The quarter as asked for.
        quarter: u8,
        /// The periods it may be.
        periods: Vec<Period>,
    },
    /// A folder that was to be a dossier, and why nothing of it is read.
    #[error("{message}; {hint}")]
    Unread {
        /// What is wrong with it.
        message: String,
        /// What to do.
        hint: String,
    },
    /// Something that goes into one dossier, and none was named.
    #[error("có nhiều hồ sơ; ghi rõ một hồ sơ sau tên bảng: {}", .0.join(", "))]
    ManyDossiers(Vec<String>),
    /// A table, which says nothing of its period, and none was named.
    #[error("thiếu «--period <KỲ>»: «{}» không phải biểu do baocao form lập nên phải ghi kỳ của số liệu, ví dụ --period 2024-Q3", slashed(.0))]
    TableWithoutPeriod(PathBuf),
    /// A folder without forms and tables.
    #[error("thư mục {} không có biểu hay bảng nào để nhập (.xlsx, .xls, .ods, .csv); xem lại tên thư mục", slashed(.0))]
    NothingSent(PathBuf),
    /// A file or folder to take that is not there.
    #[error("không có tệp hay thư mục «{}»; xem lại tên, tính từ thư mục đang đứng", slashed(.0))]
    NothingThere(PathBuf),
    /// A period in no year of the plan.
    #[error("kỳ {period} nằm ngoài giai đoạn {}-{} của kế hoạch", .years.0, .years.1)]
    OutsidePlan {
        /// The period as typed.
        period: Period,
        /// The plan's first and last year.
        years: (u16, u16),
    },
    /// A period that is due for no dossier asked for, with the reason for each.
    #[error("{0}")]
    NotDue(String),
    /// A number that no report prints.
    #[error("{0}")]
    NoNumber(String),
    /// A state of reports that cannot be compared with.
    #[error("{0}")]
    NoState(String),
    /// An as-of date that is in another period.
    #[error("ngày chốt {date} không nằm trong kỳ {period}")]
    DateOutside {
        /// The date as typed.
        date: chrono::NaiveDate,
        /// The period as typed.
        period: Period,
    },
    /// The templates folder named on the command line is not there.
    #[error("không có thư mục khuôn mẫu «{}»", slashed(.0))]
    NoTemplates(PathBuf),
    /// A profile or the font folder cannot be used.
    #[error("khuôn mẫu không dùng được")]
    Templates(Vec<Finding>),
    /// No font in the templates.
    #[error("khuôn mẫu không có phông chữ nào trong thư mục fonts")]
    NoFonts,
    /// The worker threads cannot be started.
    #[error("không khởi động được các luồng xử lý: {0}")]
    Threads(#[from] rayon::ThreadPoolBuildError),
    /// Another run is writing there.
    #[error("một lần chạy khác đang ghi vào thư mục kết quả «{}»; chờ nó xong rồi chạy lại, hoặc chọn thư mục khác bằng --out", slashed(.0))]
    Locked(PathBuf),
    /// Another command issues documents.
    #[error("một lần cấp số khác đang ghi sổ đăng ký của «{}»; chờ nó xong rồi chạy lại", slashed(.0))]
    RegisterLocked(PathBuf),
    /// The register or what is kept is not as it was written.
    #[error(
        "sổ đăng ký hoặc tệp lưu không đọc được hoặc không còn như khi ghi nên không cấp số; làm theo «cách sửa» ở trên rồi chạy lại"
    )]
    RegisterChanged(Vec<Finding>),
    /// The register cannot be written.
    #[error("không ghi được sổ đăng ký {} ({}); xem quyền ghi và ổ đĩa rồi chạy lại, chưa số nào được cấp", slashed(.path), words(.source))]
    Register {
        /// The register.
        path: PathBuf,
        /// Why.
        source: io::Error,
    },
    /// Another command changes the files of a dossier.
    #[error("một lần nhập khác đang ghi vào hồ sơ «{}»; chờ nó xong rồi nhập lại", slashed(.0))]
    DossierLocked(PathBuf),
    /// The output folder is the one of inputs or templates, or in it.
    #[error("không ghi kết quả vào «{}» được: đó là chỗ để {what}; chọn thư mục khác bằng --out", slashed(.out))]
    OutInUse {
        /// The output folder.
        out: PathBuf,
        /// What it is for.
        what: &'static str,
    },
    /// The output folder cannot be written.
    #[error("không ghi được vào thư mục kết quả «{}» ({}); kiểm tra quyền ghi và ổ đĩa", slashed(.path), words(.source))]
    Output {
        /// The output folder.
        path: PathBuf,
        /// Why.
        source: io::Error,
    },
}

/// Why a period asks nobody of a dossier for anything, and what to do.
#[must_use]
pub(crate) fn nobody_left(dossier: &Id, period: Period) -> String {
    format!(
        "hồ sơ {dossier}: không đơn vị nào còn hiệu lực vào cuối kỳ {period}; đơn vị vẫn còn thì sửa «hieu_luc» trong ke-hoach.yaml, đã có đơn vị mới thì mở hồ sơ cho các đơn vị ấy: baocao new --dossier MÃ --from {dossier} --units BẢNG.xlsx"
    )
}

impl Error {
    /// A finding that keeps what was named from being read.
    #[must_use]
    pub(crate) fn unread(finding: &Finding) -> Self {
        let hint = finding.hint.clone().unwrap_or_default();
        Self::Unread { message: finding.message.clone(), hint }
    }

    /// Something named that is not there, with the nearest of what is.
    #[must_use]
    pub(crate) fn unknown<'k>(
        what: &'static str,
        name: &str,
        known: impl Iterator<Item = &'k str> + Clone,
    ) -> Self {
        Self::Unknown {
            what,
            name: name.to_owned(),
            nearest: nearest(name, known).map(str::to_owned),
        }
    }
}

fn listed<T: ToString>(all: impl IntoIterator<Item = T>) -> String {
    all.into_iter().map(|one| one.to_string()).collect::<Vec<_>>().join(", ")
}

/// What is said of files that were to be read.
fn misplaced(files: &[String]) -> String {
    let Some(first) = files.first() else { return String::new() };
    let more = match files.len() - 1 {
        0 => String::new(),
        more => format!(" (và {more} tệp khác)"),
    };
    format!("; có tệp đặt sai chỗ hoặc sai tên nên không được dùng: {first}{more}")
}
