//! A report computes each value once: page, charts, references in its texts, checks and traces read the same one. Counted,
//! not timed. Not for what the values are ([`crate::properties`]).

use std::collections::BTreeMap;
use std::sync::Arc;

use baocao::binding::Fact;
use baocao::binding::parts::TargetPart;
use baocao::model::target::Target;
use baocao::report::assemble;
use baocao::report::binding::value::value;
use baocao::report::charts::bars::bars;
use baocao::report::charts::series::series;
use baocao::report::due::{Job, Scope};
use baocao::report::fact_table::Computed;
use baocao::report::views::table::ViewTable;
use baocao::review::prose::Lexicons;
use baocao::review::submission;
use baocao::trace::{figure, target};
use regex::Regex;

use crate::dossier::{Dossier, files, repository};
use crate::views::{TOOLCHAIN, of_each, read};

const BOARD: &str = "inputs/hai-xa/2024-Q2/_tong-hop.yaml";
const COMMUNE: &str = "inputs/hai-xa/2024-Q2/suoi-bac.yaml";
const ROLL_UP: &str = "hai-xa/2024-Q2/tong-hop";
const HALF_YEAR: &str = "hai-xa/2024-Q2/suoi-bac";

/// What reads a value of a target.
type Reader = fn(&ViewTable<'_>, &Target);

/// What anybody's text may refer to, twice over: 20 references.
const ANYBODYS: &str = "{{ chi_tieu.bhyt }} {{ chi_tieu.bhyt.gia_tri }} {{ chi_tieu.bhyt.chenh_lech.dich }} \
     {{ chi_tieu.bhyt.ky_truoc }} {{ chi_tieu.thon.gia_tri }} {{ chi_tieu.xa_dat.ket_luan }} {{ tong_ket.dat }} \
     {{ tong_ket.n }} {{ so_lieu.dan_so }} {{ so_lieu.nguoi_bhyt.thay_doi.ky_truoc }}";

/// What the board's text may refer to besides.
const BOARDS: &str =
    "{{ don_vi.suoi-bac.chi_tieu.bhyt.gia_tri }} {{ don_vi.doi-may.chi_tieu.thon }}";

/// The two communes, with these words for the situation in the board's text and in one commune's.
fn written(board: &str, commune: &str) -> Dossier {
    let dossier = Dossier::case("hai-xa").edit(BOARD, |text| text + &situation(board));
    dossier.edit(COMMUNE, |text| text + &situation(commune))
}

fn situation(words: &str) -> String {
    format!("tinh_hinh: |\n  Tình hình {words} chung.\n")
}

/// What `each` makes of a report.
fn of_report<T>(
    dossier: &Dossier,
    report: &str,
    mut each: impl FnMut(&Job<'_>, &ViewTable<'_>) -> T,
) -> T {
    let loaded = read(dossier);
    let mut made = of_each(&loaded, |job, views| (job.name() == report).then(|| each(job, views)));
    made.remove(report).flatten().expect("the report is due")
}

/// The page of a report; the result is what its text on the situation says.
fn page(views: &ViewTable<'_>) -> String {
    let profile = TOOLCHAIN.profiles.on(views.context.reference()).expect("a profile");
    let view = assemble(views, profile).expect("a view");
    view.loi.tinh_hinh.into_iter().map(|line| line.chu).collect()
}

/// What is told of a report.
fn checked(job: &Job<'_>, views: &ViewTable<'_>) {
    let lexicons = Lexicons::for_plans(std::iter::once(&*job.dossier.plan));
    _ = submission::values(job, views, &lexicons);
}

/// Traces every number of a report.
fn traced(views: &ViewTable<'_>) {
    let plan = views.context.plan();
    plan.targets.iter().for_each(|one| _ = target(views, "hai-xa", one));
    plan.figures.iter().for_each(|one| _ = figure(views, "hai-xa", one));
}

fn computed(views: &ViewTable<'_>) -> Computed {
    views.context.table.computed()
}

#[test]
fn a_reference_in_a_text_costs_no_computation() {
    let references = [ANYBODYS, ANYBODYS].join(" ");
    let bound = written(&[&references, BOARDS].join(" "), &references);
    let plain = written("", "");
    for (report, printed) in [(ROLL_UP, "90,45 90,45%"), (HALF_YEAR, "95 95%")] {
        let made = |dossier: &Dossier| {
            of_report(dossier, report, |job, views| {
                let text = page(views);
                checked(job, views);
                (text, computed(views))
            })
        };
        let ((with, counted), (without, wanted)) = (made(&bound), made(&plain));
        assert!(with.contains(printed) && !with.contains("{{"), "{with}");
        assert!(!without.contains(printed), "{without}");
        assert_eq!(counted, wanted, "{report}");
        assert!(wanted.facts >= 3, "{wanted:?}");
    }
}

#[test]
fn references_charts_and_traces_read_the_values_the_page_will_print() {
    let dossier = written("", "");
    let alone = of_report(&dossier, ROLL_UP, |_, views| {
        page(views);
        computed(views)
    });
    let (chart, line, reference, explained) = (
        |views: &ViewTable<'_>, one: &Target| _ = bars(&views.context.table, one),
        |views: &ViewTable<'_>, one: &Target| _ = series(&views.context, one),
        |views: &ViewTable<'_>, one: &Target| {
            let fact = Fact::Target(one.id.clone(), TargetPart::Value);
            assert_eq!(value(views, &fact).as_deref(), Ok("90,45%"));
        },
        |views: &ViewTable<'_>, one: &Target| _ = target(views, "hai-xa", one),
    );
    // Those of the two communes, and that of the area, in whose column they are written.
    let readers: [(Reader, usize); 4] = [(chart, 3), (line, 1), (reference, 3), (explained, 3)];
    for (read, facts) in readers {
        of_report(&dossier, ROLL_UP, |_, views| {
            let bhyt = views.context.plan().target("bhyt").expect("a target");
            read(views, bhyt);
            assert_eq!(computed(views).facts, facts);
            for (read, _) in &readers {
                read(views, bhyt);
            }
            assert_eq!(computed(views).facts, 3);
            page(views);
            assert_eq!(computed(views), alone);
        });
    }
}

#[test]
fn page_chart_check_and_trace_read_the_same_facts() {
    let loaded = read(&Dossier::samples());
    let counted = of_each(&loaded, |job, views| {
        page(views);
        let (context, facts) = (&views.context, computed(views).facts);
        for view in views.targets() {
            let shown = context.plan().target(&view.ma).expect("a target");
            _ = series(context, shown);
            _ = (context.scope() == Scope::Area).then(|| bars(&context.table, shown));
            _ = target(views, "samples", shown);
        }
        checked(job, views);
        assert_eq!(computed(views).facts, facts, "{}", job.name());
        facts
    });
    assert!(counted.values().sum::<usize>() > 1_000, "{counted:?}");
}

#[test]
fn facts_of_a_target_and_a_row_are_one_object() {
    of_report(&written("", ""), ROLL_UP, |_, views| {
        let table = &views.context.table;
        let bhyt = table.plan.target("bhyt").expect("a target");
        let rows = table.rows.iter().enumerate().filter(|(_, row)| row.is_member());
        for (index, _) in rows {
            let first = std::ptr::from_ref(table.unit(index).facts(bhyt));
            page(views);
            traced(views);
            assert!(std::ptr::eq(first, table.unit(index).facts(bhyt)));
            // The board's references to a unit's numbers read the row of the appendix.
            assert!(Arc::ptr_eq(&views.unit(index).context.table, table.unit(index)));
        }
    });
}

#[test]
fn a_units_own_report_of_another_day_is_judged_on_the_same_figures() {
    let dated =
        written("", "").edit(COMMUNE, |text| text + "van_ban: { so: 7, ngay: 2024-06-17 }\n");
    of_report(&dated, ROLL_UP, |_, views| {
        let table = &views.context.table;
        let rows = table.rows.iter();
        let at = |id: &str| rows.clone().position(|row| row.unit.id.as_str() == id).expect("a row");
        let own = &views.unit(at("suoi-bac")).context;
        assert_eq!(own.reference().to_string(), "2024-06-17");
        assert!(Arc::ptr_eq(&own.table, table.unit(at("suoi-bac"))));
        assert!(Arc::ptr_eq(&views.unit(at("doi-may")).context.table, table.unit(at("doi-may"))));
    });
}

#[test]
fn page_and_checks_made_at_a_time_compute_as_much_as_one_after_the_other() {
    let dossier = written(&[ANYBODYS, BOARDS].join(" "), ANYBODYS);
    let in_turn = of_report(&dossier, ROLL_UP, |job, views| {
        page(views);
        checked(job, views);
        computed(views)
    });
    for _ in 0..20 {
        of_report(&dossier, ROLL_UP, |job, views| {
            rayon::join(|| page(views), || checked(job, views));
            assert_eq!(computed(views), in_turn);
        });
    }
}

/// The functions of the roll-up that compute a value, by the files of the report, its review and its traces that use them.
#[test]
fn only_the_fact_table_computes_values() {
    let uses = Regex::new(r"rollup::value::(?:\{[^}]*\b(?:measure|total)\b|measure|total)")
        .expect("a pattern");
    let sources = files(&repository().join("src")).into_iter();
    let texts: BTreeMap<String, String> = sources
        .map(|(path, bytes)| (path, String::from_utf8(bytes).expect("UTF-8")))
        .filter(|(path, _)| {
            ["report/", "review/", "trace/"].iter().any(|room| path.starts_with(room))
        })
        .collect();
    assert!(texts.len() > 40, "{} files", texts.len());
    let using: Vec<&String> =
        texts.iter().filter(|(_, text)| uses.is_match(text)).map(|(path, _)| path).collect();
    assert_eq!(using, ["report/fact_table.rs"]);
}
