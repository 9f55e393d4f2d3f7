//! Whatever is filled in on a form comes into the return, for any numbers and texts. Not for spoilt forms.

use proptest::prelude::*;

use super::book::{FIGURES, Typed};
use super::{RETURN, SUOI_BAC, asked, form, import};

const COUNTS: [&str; 6] = ["dan_so", "nguoi_bhyt", "so_thon", "thon_nvyt", "bac_si", "buoi"];

/// A value as typed, and as the return is to say it.
fn value() -> impl Strategy<Value = Option<(Typed, String)>> {
    let number =
        (0_i64..1_000_000_000).prop_map(|number| (Typed::from(number), number.to_string()));
    let text = (0_i64..1_000_000)
        .prop_map(|number| (Typed::from(number.to_string().as_str()), number.to_string()));
    let none = Just((Typed::from("không phát sinh"), "khong-phat-sinh".to_owned()));
    prop_oneof![3 => number, 1 => text, 1 => none]
        .prop_map(Some)
        .boxed()
        .prop_union(Just(None).boxed())
}

/// Lines of words with the signs that mean something in YAML.
fn text() -> impl Strategy<Value = String> {
    let line =
        "[A-ZĐÁa-zđáạ][a-zđáạ0-9:#'\"{}%&*!|>\\\\,.-]{0,12}( [a-zđố:#'\"\\[\\]{}]{1,6}){0,5}";
    proptest::collection::vec(line, 1..4).prop_map(|lines| lines.join("\n\n"))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 16, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_filled_in_is_what_the_return_says(
        values in proptest::collection::vec(value(), COUNTS.len()),
        tenths in 0_i64..1_000_000,
        situation in text(),
        reason in text(),
        there in any::<bool>(),
    ) {
        let dossier = asked();
        let before = "don_vi: suoi-bac\nky: 2025-Q1\nchot_den: 2025-03-10\nso_lieu:\n  dan_so: 5 # cũ\ntinh_hinh: Cũ. # lời\n";
        let dossier = if there { dossier.write(RETURN, before) } else { dossier };
        let mut book = form(&dossier, SUOI_BAC).type_at(FIGURES, "G5", "12/3/2025").text("tinh_hinh", &situation);
        for (figure, typed) in COUNTS.iter().zip(&values) {
            if let Some((typed, _)) = typed {
                book = book.value(figure, typed.clone());
            }
        }
        let money = format!("{}.{}", tenths / 10, tenths % 10);
        let row = book.row(FIGURES, "kinh_phi");
        let book = book.type_at(FIGURES, &format!("G{row}"), Typed::Number(money.clone()));
        let book = book.type_at(FIGURES, &format!("J{row}"), reason.as_str());
        import(&dossier, &book, &[]).ends_with(0);
        let read: serde_json::Value = serde_yaml::from_str(&dossier.read(RETURN)).expect("YAML");
        let said = |figure: &str| match &read["so_lieu"][figure] {
            serde_json::Value::String(word) => Some(word.clone()),
            serde_json::Value::Number(number) => Some(number.to_string()),
            _ => None,
        };
        for (figure, typed) in COUNTS.iter().zip(&values) {
            let old = (there && *figure == "dan_so").then(|| "5".to_owned());
            prop_assert_eq!(said(figure), typed.clone().map(|(_, wanted)| wanted).or(old), "{}", figure);
        }
        let wanted: f64 = money.parse().expect("a number");
        prop_assert_eq!(read["so_lieu"]["kinh_phi"].as_f64(), Some(wanted));
        let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        let prose = |value: &serde_json::Value| words(value.as_str().unwrap_or_default());
        prop_assert_eq!(prose(&read["tinh_hinh"]), words(&situation));
        prop_assert_eq!(prose(&read["giai_trinh"]["kinh_phi"]), words(&reason));
        let told = import(&dossier, &book, &[]).ends_with(0);
        prop_assert!(told.stdout.starts_with("Không có gì thay đổi"), "{}", told.stdout);
    }
}
