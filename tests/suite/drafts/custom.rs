//! One source: what an office words or lays out otherwise stands in the PDF and in the draft.

use super::draft_in;
use crate::dossier::Dossier;

const NAME: &str = "hai-xa/2024-Q1/suoi-bac";

#[test]
fn a_kind_and_phrases_of_an_office_stand_in_both() {
    let case = Dossier::case("hai-xa").with_files("tests/cases/chuyen-de");
    let dossier = case.replace(
        "inputs/hai-xa/ke-hoach.yaml",
        "han_nop: 03-20 }]",
        "han_nop: 03-20 }, { loai: chuyen-de }]",
    );
    dossier.build().ends_with(0);
    dossier.run(["draft", "--period", "2024-Q1"]).ends_with(0);
    let name = format!("{NAME}.chuyen-de");
    let words = draft_in(&dossier, &name).words();
    for said in [
        "I- BAO PHỦ BẢO HIỂM Y TẾ",
        "Chuyên đề này chỉ xét tỷ lệ dân số có thẻ, nay là 95%.",
        "Cam kết thực hiện",
    ] {
        dossier.pdf(&name).must_say(said);
        assert!(words.contains(said), "{said}:\n{words}");
    }
}

#[test]
fn what_a_template_writes_in_typst_itself_stands_in_the_draft() {
    let section = "Đoạn có chữ *đậm*, _nghiêng_ và #underline[gạch chân].\n\n- Việc một\n- Việc hai\n  + Phần một\n  + Phần hai\n\n#table(columns: 2, [Ô A], [Ô B], table.cell(colspan: 2)[Ô C])\n";
    let case = Dossier::case("hai-xa").write("report-templates/chung/muc/uu-diem.typ.j2", section);
    case.build().ends_with(0);
    case.run(["draft", "--period", "2024-Q1"]).ends_with(0);
    let docx = draft_in(&case, NAME);
    let words = docx.words();
    for said in [
        "Đoạn có chữ đậm, nghiêng và gạch chân.",
        "• Việc một",
        "• Việc hai",
        "1. Phần một",
        "2. Phần hai",
        "Ô A",
        "Ô C",
    ] {
        assert!(words.contains(said), "{said}:\n{words}");
    }
    let xml = docx.part("word/document.xml");
    assert!(xml.contains("<w:b/></w:rPr><w:t xml:space=\"preserve\">đậm"), "{xml}");
    assert!(xml.contains("<w:gridSpan w:val=\"2\"/>"), "{xml}");
}

#[test]
fn what_has_no_form_in_word_is_told_and_no_draft_is_written_without_it() {
    for section in [
        "Đoạn trước.\n\n#rect(width: 5cm)[Trong khung]\n",
        "Diện tích $x^2$ của xã.\n",
        "Hình #html.frame[chữ] của xã.\n",
        "Đoạn trước.\n\n#html.elem(\"p\", attrs: (\"data-loai\": \"doan\", \"data-so\": \"{ thut: xa }\"))[Lạ]\n",
    ] {
        without_form(section);
    }
}

fn without_form(section: &str) {
    let case = Dossier::case("hai-xa").write("report-templates/chung/muc/uu-diem.typ.j2", section);
    let told = case.run(["draft", "--period", "2024-Q1", "--unit", "suoi-bac"]).ends_with(1);
    assert!(told.stdout.contains("1 bản không lập được"), "{}", told.stdout);
    assert!(!case.is_there("out/hai-xa/2024-Q1/suoi-bac.docx"));
}
