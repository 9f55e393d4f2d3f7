//! Workbooks made at random with what offices put around a table, and the right answer known: every number is read right
//! or refused, never read wrong. Not for single kinds of table ([`super::as_sent`]).

use proptest::prelude::*;
use rust_xlsxwriter::{Format, Workbook, Worksheet};

use crate::dossier::Dossier;

/// The units of the province's plan that the tables are of, with their files.
const UNITS: [(&str, &str); 5] = [
    ("Phường 7", "phuong-7"),
    ("xã Tân Thành", "tan-thanh"),
    ("Tân Thạnh", "tan-thanh-2"),
    ("XÃ KRÔNG PẮC", "krong-pac"),
    ("Đảng ủy xã Ea H'leo", "ea-hleo"),
];

/// What stands around a table.
#[derive(Debug, Clone)]
#[expect(clippy::struct_excessive_bools, reason = "each is there or not, whatever the others are")]
struct Surroundings {
    /// Whether a title and a line of the unit of measure stand above it.
    titled: bool,
    /// In which unit of measure money is: 1 for đồng, 1000 for nghìn đồng, 1000000 for triệu đồng.
    money: u32,
    /// Where that is said: in the heading, under it, above the table.
    measured: u8,
    /// Whether a plan's column stands before each figure's own, under its name.
    planned: bool,
    /// Whether a group's row stands above the second unit.
    grouped: bool,
    /// Whether the row of the first unit is hidden.
    hidden_row: bool,
    /// Whether an old column of the figure is hidden.
    hidden_column: bool,
    /// Whether the figure of the last two units is one merged cell.
    merged: bool,
    /// Whether names have marks of footnotes.
    marked: bool,
    /// Whether money is shown in millions by its format.
    scaled: bool,
    /// Whether a total stands below.
    total: bool,
}

fn surroundings() -> impl Strategy<Value = Surroundings> {
    let flags = proptest::collection::vec(any::<bool>(), 9);
    (flags, 0_u32..3, 0_u8..3).prop_map(|(flags, power, measured)| Surroundings {
        titled: flags[0],
        money: 1000_u32.pow(power),
        measured,
        planned: flags[1],
        grouped: flags[2],
        hidden_row: flags[3],
        hidden_column: flags[4],
        merged: flags[5],
        marked: flags[6],
        scaled: flags[7],
        total: flags[8],
    })
}

/// A sheet on its way down.
struct Sheet<'s> {
    sheet: &'s mut Worksheet,
    row: u32,
}

impl Sheet<'_> {
    fn text(&mut self, column: u16, text: &str) {
        self.sheet.write(self.row, column, text).expect("a text");
    }

    fn number(&mut self, column: u16, number: f64) {
        self.sheet.write(self.row, column, number).expect("a number");
    }
}

/// The table: people and money (in thousands of đồng) of each unit.
fn workbook(around: &Surroundings, values: &[(u32, u32)]) -> Vec<u8> {
    let mut book = Workbook::new();
    let mut sheet = Sheet { sheet: book.add_worksheet(), row: 0 };
    let measure = match around.money {
        1 => "đồng",
        1000 => "nghìn đồng",
        _ => "triệu đồng",
    };
    if around.titled {
        sheet.text(0, "TỔNG HỢP SỐ LIỆU QUÝ III NĂM 2026");
        sheet.row += 1;
    }
    if around.measured == 2 {
        sheet.text(0, &format!("Đơn vị tính: {measure}"));
        sheet.row += 1;
    }
    heads(&mut sheet, around, measure);
    for (at, ((name, _), (people, money))) in UNITS.iter().zip(values).enumerate() {
        if around.grouped && at == 1 {
            let group: u32 = values[1..].iter().map(|(people, _)| people).sum();
            sheet.text(0, "I");
            sheet.text(1, "Các xã");
            sheet.number(own(around), f64::from(group));
            sheet.row += 1;
        }
        if around.hidden_row && at == 0 {
            sheet.sheet.set_row_hidden(sheet.row).expect("a row");
        }
        sheet.text(1, &format!("{name}{}", if around.marked { " (1)" } else { "" }));
        unit(&mut sheet, around, at, *people, *money);
        sheet.row += 1;
    }
    if around.total {
        sheet.text(1, "Tổng cộng");
        let shown = if around.hidden_row { &values[1..] } else { values };
        let total: u32 = shown.iter().map(|(people, _)| people).sum();
        sheet.number(own(around), f64::from(total));
    }
    book.save_to_buffer().expect("a workbook")
}

/// The column of people; the plan's and an old one stand before it.
fn own(around: &Surroundings) -> u16 {
    3 + u16::from(around.planned)
}

fn heads(sheet: &mut Sheet<'_>, around: &Surroundings, measure: &str) {
    let own = own(around);
    sheet.text(0, "TT");
    sheet.text(1, "Đơn vị");
    sheet.text(2, if around.hidden_column { "Dân số" } else { "Ghi chú" });
    if around.hidden_column {
        sheet.sheet.set_column_hidden(2).expect("a column");
    }
    let money =
        if around.measured == 0 { format!("Kinh phí ({measure})") } else { "Kinh phí".into() };
    sheet.text(own + 1, &money);
    if around.planned {
        let (row, plain) = (sheet.row, Format::new());
        sheet.sheet.merge_range(row, own - 1, row, own, "Dân số", &plain).expect("a heading");
        sheet.row += 1;
        sheet.text(own - 1, "Kế hoạch");
        sheet.text(own, "Thực hiện");
    } else {
        sheet.text(own, "Dân số");
    }
    sheet.row += 1;
    if around.measured == 1 {
        sheet.text(own, "người");
        sheet.text(own + 1, measure);
        sheet.row += 1;
    }
}

#[expect(clippy::float_arithmetic, reason = "a workbook holds numbers as floats")]
fn unit(sheet: &mut Sheet<'_>, around: &Surroundings, at: usize, people: u32, money: u32) {
    let (own, row) = (own(around), sheet.row);
    if around.hidden_column {
        sheet.number(2, f64::from(people + 7));
    }
    if around.planned {
        sheet.number(own - 1, f64::from(people + 11));
    }
    let merged = around.merged && at + 2 >= UNITS.len();
    if merged && at + 2 == UNITS.len() {
        let format = Format::new();
        sheet.sheet.merge_range(row, own, row + 1, own, "", &format).expect("a merged cell");
        sheet.number(own, f64::from(people));
    } else if !merged {
        sheet.number(own, f64::from(people));
    }
    let held = f64::from(money) * 1000.0 / f64::from(around.money);
    if around.scaled {
        let format = Format::new().set_num_format("#,##0.000,,");
        sheet
            .sheet
            .write_with_format(row, own + 1, f64::from(money) * 1000.0, &format)
            .expect("money");
    } else {
        sheet.number(own + 1, held);
    }
}

/// What a return may have for a unit: the right values, with money in thousandths of a million.
fn is_right(key: &str, after: &str, (people, money): (u32, u32)) -> bool {
    let digits = after.replace('.', "");
    match key {
        "so_lieu.dan_so" => digits == people.to_string(),
        "so_lieu.kinh_phi" if after.contains('.') => {
            digits.trim_start_matches('0') == money.to_string()
        }
        "so_lieu.kinh_phi" => money % 1000 == 0 && after == (money / 1000).to_string(),
        _ => false,
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_number_is_ever_read_wrong(
        around in surroundings(),
        values in proptest::collection::vec((100_u32..90_000, 1_u32..5_000_000), UNITS.len()),
    ) {
        let table = workbook(&around, &values);
        let dossier = Dossier::case("bang-thuc-te").write("bang.xlsx", table);
        let told = dossier.run([
            "import", "bang.xlsx", "tinh", "--period", "2026-Q3", "--chot-den", "2026-09-15",
            "--dry-run", "--mot-phan",
        ]);
        let (mut unit, mut read) = (None, 0);
        for line in told.stdout.lines() {
            if let Some((key, change)) = line.strip_prefix("  ").and_then(|line| line.split_once(": ")) {
                let after = change.rsplit(" → ").next().unwrap_or_default();
                let at: usize = unit.expect("a change of some unit");
                prop_assert!(is_right(key, after, values[at]), "{line} of {:?} in\n{}", values[at], told.stdout);
                prop_assert!(!(at == 0 && around.hidden_row), "a hidden row was read");
                let shared = around.merged && at + 2 >= UNITS.len() && key == "so_lieu.dan_so";
                prop_assert!(!shared, "a merged value was given to one: {}", told.stdout);
                read += 1;
            } else {
                unit = UNITS.iter().position(|(_, file)| line.contains(&format!("/{file}.yaml"))).or(unit);
            }
        }
        // Nothing around a table keeps its people from being read, but where they are one cell.
        let people = UNITS.len() - usize::from(around.hidden_row) - if around.merged { 2 } else { 0 };
        prop_assert!(read >= people, "{read} of {people} read:\n{}\n{}", told.stdout, told.stderr);
    }
}
