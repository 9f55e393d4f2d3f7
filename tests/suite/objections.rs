//! What Typst objects to in a template is told in Vietnamese, each kind from markup that really meets it. Not for where it is
//! told ([`crate::templates`]).

use crate::views::TOOLCHAIN;

/// Markup, and what is said of it.
const BAD: &[(&str, &str)] = &[
    ("#panic(\"thiếu tên\")", "khuôn mẫu tự dừng và nói: thiếu tên"),
    ("#assert(1 > 2)", "một điều kiện không đúng"),
    ("#assert(1 > 2, message: \"phải có hai cột\")", "một điều kiện không đúng: phải có hai cột"),
    ("#assert.eq(1, 2)", "hai giá trị phải bằng nhau mà lại khác: 1 và 2"),
    ("#assert.ne(\"a\", \"a\")", "hai giá trị phải khác nhau mà lại bằng nhau"),
    ("#(1", "dấu ngoặc mở ra mà chưa đóng"),
    ("#\"chữ", "dấu ngoặc kép mở ra mà chưa đóng"),
    ("]", "thừa"),
    ("#let x = @", "không được dùng ký tự «@» trong câu lệnh"),
    ("#let x = 3cmm", "không có đơn vị «cmm» đứng sau số"),
    ("#let x = ", "thiếu một biểu thức"),
    ("#for a [x]", "thiếu chữ in"),
    ("#(a: 1, a: 2)", "có khóa «a» hai lần"),
    ("#let f(a, a) = 1", "tên «a» được đặt hai lần"),
    ("#text(size: 9pt, size: 8pt)[x]", "tham số «size» hai lần"),
    ("#khong-co()", "không có tên «khong-co»"),
    ("#text(font: \"Arial\")[x]", "không có phông chữ «arial»"),
    ("#set page(paper: \"a99\")", "không phải một trong những chữ được phép: “a0”, “a1”, “a2”"),
    ("#rect(mau: red)", "hàm không nhận tham số «mau»"),
    ("#h()", "hàm thiếu tham số «amount»"),
    ("#rect[a][b]", "hàm được gọi thừa tham số"),
    ("#(1).khong()", "số nguyên không có hàm «khong»"),
    ("#(1, 2).giua", "dãy không có mục nào để lấy bằng dấu chấm"),
    ("#(a: 1).b", "không có khóa «b»"),
    ("#calc.khong", "không có tên «khong»"),
    ("#(1, 2).at(5)", "dãy chỉ có 2 phần tử, không có phần tử thứ 5"),
    ("#().first()", "dãy không có phần tử nào"),
    ("#(1 + \"a\")", "không cộng được số nguyên với chuỗi chữ"),
    ("#(\"a\" - 1)", "không trừ được số nguyên khỏi chuỗi chữ"),
    ("#(\"a\" * red)", "không nhân được chuỗi chữ với màu"),
    ("#(\"a\" / 2)", "không chia được chuỗi chữ cho số nguyên"),
    ("#(1/0)", "có một phép chia cho 0"),
    ("#(1 < \"a\")", "không so sánh được số nguyên với chuỗi chữ"),
    ("#(not 1)", "phép 'not' không dùng được với số nguyên"),
    ("#(-\"a\")", "không dùng được với chuỗi chữ"),
    ("#{ [a]; 1 }", "không nối được nội dung với số nguyên"),
    ("#for a in 5 { }", "không lặp (for) được qua số nguyên"),
    ("#let (a, b) = (1, 2, 3)", "nhiều phần hơn số tên"),
    ("#let (a, b) = (1,)", "ít phần hơn số tên"),
    ("#if 1 [x]", "cần giá trị đúng/sai mà lại có số nguyên"),
    ("#text(size: \"to\")[x]", "cần độ dài mà lại có chuỗi chữ"),
    ("#int(\"ba\")", "không phải một số nguyên"),
    ("#rgb(\"#12\")", "mã màu phải có 3, 4, 6 hoặc 8 chữ số"),
    ("#datetime(year: 2025, month: 2, day: 30)", "không có ngày này"),
    ("#numbering(\"\", 1)", "cách đánh số không có ký hiệu nào"),
    ("#break", "break đứng ngoài vòng lặp"),
    ("#{ while true { } }", "điều kiện của vòng lặp luôn đúng"),
    ("#let f(x) = f(x)\n#f(1)", "hàm gọi lại chính nó mãi không dừng"),
    ("#show strong: it => strong[b]\n*a*", "quy tắc show gọi lại chính nó mãi không dừng"),
    ("#set calc.max()", "quy tắc set chỉ dùng được với hàm dàn trang"),
    ("#read(\"/etc/passwd\")", "không có tệp được nêu"),
    ("#import \"@preview/cetz:0.3.0\"", "không dùng được gói «@preview/cetz:0.3.0»"),
    ("@khong-co", "không có chỗ nào mang nhãn «<khong-co>»"),
    ("= A <a>\n= B <a>\n#context locate(<a>)", "nhãn"),
    ("#block(pagebreak())", "không ngắt trang được ở trong một khối"),
    ("#counter(heading).get()", "phải đứng sau chữ context"),
    ("#table(columns: 2, table.cell(colspan: 3)[x])", "ô gộp (colspan) rộng hơn số cột còn lại"),
    (
        "#table(columns: 2, table.cell(x: 0, y: 0)[a], table.cell(x: 0, y: 0)[b])",
        "hai ô cùng đặt vào cột 0, hàng 0",
    ),
    ("#image(bytes((1, 2)))", "không nhận ra loại tệp hình"),
    ("a\n\n**", "không có chữ ở giữa"),
];

/// What is said of markup.
fn told(markup: &str) -> Vec<String> {
    let sheet = format!(
        "#set document(title: \"x\", date: datetime(year: 2025, month: 1, day: 1))\n#set text(lang: \"vi\")\n{markup}\n"
    );
    let found = TOOLCHAIN.typesetter.typeset(sheet, "objections");
    found.err().into_iter().flatten().map(|one| one.message).collect()
}

#[test]
fn what_a_template_can_do_wrong_is_told_in_vietnamese() {
    let mut wrong = Vec::new();
    for (markup, said) in BAD {
        let told = told(markup);
        if !told.iter().any(|one| one.contains(said))
            || told.iter().any(|one| one.contains("nguyên văn"))
        {
            wrong.push(format!("{markup}: {told:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn what_nobody_has_words_for_is_quoted_as_typsts_own() {
    let rare = [
        ("#calc.log(-1)", "nguyên văn của Typst: “value must be strictly positive”"),
        ("#calc.root(2.0, 0)", "nguyên văn: “cannot take the 0th root of a number”"),
    ];
    for (markup, said) in rare {
        let told = told(markup);
        assert!(told.iter().any(|one| one.contains(said)), "{markup}: {told:?}");
    }
}
