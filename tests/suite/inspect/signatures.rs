//! What a plan declares of a signature and what a page shows of it are judged alike, though one is told of the plan and the
//! other is read from the page, each by rules of its own. Not for the words of either.

use super::tester::{PageTester, report, told as told_of_page};
use crate::dossier::Dossier;

const PLAN: &str = "inputs/hai-xa/ke-hoach.yaml";
const SIGNER: &str = "{ quyen_han: T/M BAN THƯỜNG VỤ, chuc_vu: BÍ THƯ, ho_ten: null }";

/// Authority, position, name, and whether that is right.
const SIGNATURES: [(&str, &str, &str, bool); 34] = [
    ("T/M CHI BỘ", "BÍ THƯ", "Lê Văn Hai", true),
    ("T/M CHI BỘ", "PHÓ BÍ THƯ", "K'Brêu", true),
    ("T/M CHI BỘ", "Q. BÍ THƯ", "Lê Văn Hai", true),
    ("T/M CHI BỘ", "BÍ THƯ", "Bá Trung Tá", true),
    ("TM. CHI BỘ", "BÍ THƯ", "Lê Văn Hai", false),
    ("T.M CHI BỘ", "BÍ THƯ", "Lê Văn Hai", false),
    ("T-M CHI BỘ", "BÍ THƯ", "Lê Văn Hai", false),
    ("THAY MẶT CHI BỘ", "BÍ THƯ", "Lê Văn Hai", false),
    ("T/M CHI BỘ THÔN MÂY", "BÍ THƯ", "Lê Văn Hai", false),
    ("K/T CHI BỘ", "PHÓ BÍ THƯ", "Lê Văn Hai", false),
    ("K/T BÍ THƯ", "PHÓ BÍ THƯ", "Lê Văn Hai", false),
    ("T/M BÍ THƯ", "PHÓ BÍ THƯ", "Lê Văn Hai", false),
    ("T/M TRƯỞNG BAN", "PHÓ TRƯỞNG BAN", "Lê Văn Hai", false),
    ("K/T CHỦ NHIỆM", "PHÓ CHỦ NHIỆM", "Lê Văn Hai", false),
    ("T/M HỘI ĐỒNG NHÂN DÂN", "CHỦ TỊCH", "Lê Văn Hai", false),
    ("T/M UBND", "CHỦ TỊCH", "Lê Văn Hai", false),
    ("T/M ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Lê Văn Hai", false),
    ("T/M CHI BỘ", "CHỦ TỊCH", "Lê Văn Hai", false),
    ("T/M CHI BỘ", "TRƯỞNG BAN", "Lê Văn Hai", false),
    ("T/L BAN THƯỜNG VỤ", "PHÓ BÍ THƯ", "Lê Văn Hai", false),
    ("T/M BTV", "BÍ THƯ", "Lê Văn Hai", false),
    ("T/M ĐẢNG BỘ", "BÍ THƯ", "Lê Văn Hai", false),
    ("T/M CHI BỘ", "PHÓ BT", "Lê Văn Hai", false),
    ("T/L BAN THƯỜNG VỤ", "CHÁNH VP", "Lê Văn Hai", false),
    ("T/M CHI BỘ", "BÍ THƯ", "Lê Văn Hai (ThS)", false),
    ("T/M CHI BỘ", "BÍ THƯ", "Lê Văn Hai - Thạc sĩ", false),
    ("T/M CHI BỘ", "QUYỀN BÍ THƯ", "Lê Văn Hai", false),
    ("T/M CHI BỘ", "BÍ THƯ", "ThS. Lê Văn Hai", false),
    ("T/M CHI BỘ", "BÍ THƯ", "BSCKI. Lê Văn Hai", false),
    ("T/M CHI BỘ", "BÍ THƯ", "Lê Văn Hai, ThS.", false),
    ("T/M CHI BỘ", "BÍ THƯ", "Đại tá Lê Văn Hai", false),
    ("T/M CHI BỘ", "BÍ THƯ", "Đồng chí Lê Văn Hai", false),
    ("T/M CHI BỘ", "BÍ THƯ", "LÊ VĂN HAI", false),
    ("T/M CHI BỘ", "BÍ THƯ", "lê văn hai", false),
];

#[test]
fn a_signature_is_judged_alike_in_a_plan_and_on_a_page() {
    let tester = PageTester::new();
    let mut unlike = Vec::new();
    for (authority, position, name, right) in SIGNATURES {
        let of_plan = format!(
            "{{ quyen_han: \"{authority}\", chuc_vu: \"{position}\", ho_ten: \"{name}\" }}"
        );
        let told = Dossier::case("hai-xa").replace(PLAN, SIGNER, &of_plan).check();
        if told.of("V23").is_empty() != right {
            unlike.push(format!("the plan: {of_plan}"));
        }
        let page = report()
            .replace("[T/M CHI BỘ]", &format!("[{authority}]"))
            .replace("[BÍ THƯ]", &format!("[{position}]"))
            .replace("[Lê Văn Hai]", &format!("[{name}]"));
        let found = tester.deviations(page).expect("a page");
        if found.is_empty() != right {
            unlike.push(format!("the page: {of_plan}: {}", told_of_page(&found).join("\n")));
        }
    }
    assert_eq!(unlike, [""; 0]);
}
