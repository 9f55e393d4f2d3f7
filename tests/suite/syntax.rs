//! What is told of files that are no YAML: each kind of error the YAML crate knows is brought about by a file, so that one
//! it calls otherwise, or no longer tells, is seen here. Not for what makes a file readable ([`crate::cures`]) and what was
//! meant by a number ([`crate::pasted`]).

use baocao::diagnostic::Code;
use baocao::source::SourceFile;
use baocao::yaml;

/// Message and line of the one finding of a file.
fn told(text: &str) -> (String, usize) {
    let read = yaml::parse(&SourceFile::new("tep.yaml", text));
    let found = read.err().unwrap_or_else(|| panic!("nothing found in {text}"));
    assert_eq!(found.code, Code::Syntax, "{text}");
    let message = found.message.trim_start_matches("tệp YAML sai cú pháp");
    let line = found.span.expect("a place").position().0;
    (message.trim_start_matches(": ").to_owned(), line)
}

/// Holds files to a message at a line.
#[track_caller]
fn all_tell(message: &str, files: &[(&str, usize)]) {
    for (text, line) in files {
        assert_eq!(told(text), (message.to_owned(), *line), "{text}");
    }
}

#[test]
fn a_repeated_key_is_told() {
    all_tell(
        "khóa bị lặp lại trong cùng một nhóm",
        &[
            ("a: 1\nb: 2\na: 3\n", 3),
            ("{ a: 1, b: 2, a: 3 }\n", 1),
            ("a:\n  b: 1\n  c: 2\n  b: 3\n", 4),
            ("tab: 1\ntab: 2\n", 2),
        ],
    );
}

#[test]
fn a_tab_is_told() {
    all_tell(
        "dùng phím Tab để thụt lề (dòng 2)",
        &[("a:\n\tb: 1\n", 2), ("a: 1\n\tb: 2\n", 2), ("- |\n\tx\n", 2), ("a: {\n\tb: c }\n", 2)],
    );
}

#[test]
fn a_quotation_mark_that_is_not_closed_is_told() {
    all_tell(
        "dấu ngoặc kép hoặc nháy đơn không được đóng",
        &[
            ("a: \"không đóng\nb: 2\n", 1),
            ("- \"không đóng\n- 2\n", 2),
            ("- \"x\" y\n", 1),
            ("- 'x' y\n", 1),
            ("- \"\\q\"\n", 1),
            ("- \"\\uZZ\"\n", 1),
            ("- \"\\U00110000\"\n", 1),
            ("- \"\\udc00\"\n", 1),
            ("- \"\\ud800\"\n", 1),
            ("- \"\\ud800\\u0041\"\n", 1),
            ("- \"\\ud800\\uZZZZ\"\n", 1),
            ("a: \"dòng một\n---\nhai\"\n", 2),
            ("- \"dòng\nb\"\n", 2),
        ],
    );
}

#[test]
fn a_second_colon_is_told() {
    all_tell(
        "có thêm dấu hai chấm trong giá trị",
        &[("a: Kết quả: tốt\n", 1), ("- x: y: z\n", 1), ("a:\n  b: Gồm: c\n", 2)],
    );
}

#[test]
fn an_uneven_indent_is_told() {
    all_tell(
        "thụt lề không đều",
        &[("- |0\n  x\n", 1), ("- |\n   \n  x\n", 3), ("- >\n\n   \n\n  x\n", 5)],
    );
}

#[test]
fn an_alias_of_nothing_is_told() {
    let message = "dùng bí danh YAML (*, &) không hợp lệ";
    all_tell(message, &[("- *x\n", 1), ("- &\n", 1), ("- *\n", 1)]);
}

#[test]
fn a_file_that_is_too_much_is_told() {
    let deep = format!("- {}1{}\n", "[".repeat(40), "]".repeat(40));
    let aliases = format!("- &a x\n{}", "- *a\n".repeat(60));
    let tenfold = |at: usize| {
        let before = if at == 0 { "x".to_owned() } else { format!("*a{}", at - 1) };
        format!("- &a{at} [{}]\n", [before.as_str(); 10].join(", "))
    };
    let bomb = (0..6).map(tenfold).collect::<Vec<_>>().concat();
    all_tell(
        "tệp quá lớn hoặc lồng quá sâu",
        &[(&deep, 1), (&aliases, 52), (&bomb, 6), (&"- x\n".repeat(200_001), 200_000)],
    );
}

#[test]
fn a_second_document_is_told() {
    all_tell(
        "tệp có nhiều phần ngăn bởi ---",
        &[("a: 1\n---\nb: 2\n", 3), ("a: 1\n...\nb: 2\n", 3)],
    );
}

#[test]
fn what_has_no_words_of_its_own_is_told_at_its_line() {
    all_tell("", &[("- a\nb: 1\n", 2), ("? a\nb\n", 2)]);
}
