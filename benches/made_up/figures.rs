//! Made-up figures of one unit over the quarters: parts within their wholes, sums that only rise, few falls. Not for
//! what the figures mean, which `ke-hoach.yaml` says.

use std::collections::BTreeMap;

use super::random::Random;

/// Below this a stock may stand still for years.
const LIVELY: i64 = 200;

/// How a figure comes about. Shares are in ten-thousandths.
#[derive(Clone, Copy)]
enum Recipe {
    /// Drawn once.
    Fixed(u32, u32),
    /// Drawn once, then growing a little each quarter.
    People(u32, u32),
    /// A share of another figure that moves from the one to the other in five years.
    Part(&'static str, u32, u32),
    /// What is left of the first without the second.
    Rest(&'static str, &'static str),
    /// Counted from 1 January, so much each quarter.
    InYear(u32, u32),
    /// Counted from 1 January, often none in a year; once there were some, each quarter has its own.
    Seldom(u32, u32),
    /// A share of what another one grew by, from 1 January.
    PartInYear(&'static str, u32, u32),
    /// Counted since the plan began, so much each quarter.
    Since(u32, u32),
    /// A share of what another one grew by, since the plan began.
    PartSince(&'static str, u32, u32),
    /// Yes from some quarter on.
    Fact,
}

#[rustfmt::skip]
const RECIPES: [(&str, Recipe); 39] = [
    ("dan_so", Recipe::People(4_000, 24_000)),
    ("dan_so_nam", Recipe::Part("dan_so", 4_950, 4_950)),
    ("dan_so_nu", Recipe::Rest("dan_so", "dan_so_nam")),
    ("so_ho", Recipe::Part("dan_so", 2_700, 2_700)),
    ("ho_kinh_doanh", Recipe::Part("so_ho", 600, 1_100)),
    ("so_thon", Recipe::Fixed(5, 16)),
    ("nguoi_nuoc_sach", Recipe::Part("dan_so", 7_800, 9_600)),
    ("ho_nuoc_may", Recipe::Part("so_ho", 6_000, 9_000)),
    ("ho_dong_ho", Recipe::Part("ho_nuoc_may", 8_000, 9_800)),
    ("cong_trinh", Recipe::Fixed(2, 9)),
    ("cong_trinh_tot", Recipe::Part("cong_trinh", 6_000, 9_500)),
    ("cong_trinh_sua", Recipe::Since(0, 1)),
    ("nuoc_san_xuat", Recipe::InYear(60_000, 180_000)),
    ("nuoc_that_thoat", Recipe::PartInYear("nuoc_san_xuat", 2_200, 1_300)),
    ("mau_nuoc", Recipe::InYear(8, 30)),
    ("mau_nuoc_dat", Recipe::PartInYear("mau_nuoc", 9_000, 9_900)),
    ("ho_nha_tieu", Recipe::Part("so_ho", 7_700, 9_400)),
    ("ho_thu_gom", Recipe::Part("so_ho", 8_000, 9_700)),
    ("ho_phan_loai", Recipe::Part("ho_thu_gom", 2_800, 7_000)),
    ("chat_thai", Recipe::InYear(3_000, 9_000)),
    ("chat_thai_xu_ly", Recipe::PartInYear("chat_thai", 8_200, 9_800)),
    ("diem_tap_ket", Recipe::Fixed(1, 8)),
    ("diem_truong", Recipe::Fixed(3, 12)),
    ("truong_du_nuoc", Recipe::Part("diem_truong", 8_500, 10_000)),
    ("so_tram", Recipe::Fixed(1, 3)),
    ("tram_du_nuoc", Recipe::Part("so_tram", 10_000, 10_000)),
    ("thon_tu_quan", Recipe::Part("so_thon", 7_500, 10_000)),
    ("co_to_van_hanh", Recipe::Fact),
    ("co_quy_che", Recipe::Fact),
    ("can_bo_xa", Recipe::Fixed(1, 6)),
    ("kinh_phi", Recipe::Since(300, 9_000)),
    ("kinh_phi_dan", Recipe::PartSince("kinh_phi", 800, 2_500)),
    ("hoi_nghi", Recipe::InYear(1, 4)),
    ("luot_quan_triet", Recipe::InYear(60, 320)),
    ("buoi_truyen_thong", Recipe::InYear(4, 22)),
    ("buoi_ra_quan", Recipe::InYear(2, 9)),
    ("cuoc_kiem_tra", Recipe::InYear(1, 3)),
    ("vi_pham", Recipe::Seldom(1, 3)),
    ("vi_pham_xu_ly", Recipe::PartInYear("vi_pham", 10_000, 10_000)),
];

/// Figures written with one decimal.
pub(crate) const TENTHS: [&str; 4] = ["chat_thai", "chat_thai_xu_ly", "kinh_phi", "kinh_phi_dan"];
/// Facts, written as yes or no.
pub(crate) const FACTS: [&str; 2] = ["co_to_van_hanh", "co_quy_che"];

/// What a unit counts in one quarter.
#[derive(Default, Clone)]
pub(crate) struct Counted {
    /// By figure.
    pub(crate) values: BTreeMap<&'static str, i64>,
    /// By how much what is counted up grew in the quarter.
    grown: BTreeMap<&'static str, i64>,
    /// Stocks that fell by more than two per cent.
    pub(crate) fell: Vec<&'static str>,
}

/// The unit's figures, quarter by quarter; the first is the base year's last.
pub(crate) fn figures(quarters: u32, mut random: Random) -> Vec<Counted> {
    let speeds = RECIPES.map(|_| random.between(0, 400));
    let mut all: Vec<Counted> = Vec::new();
    for at in 0..=quarters {
        let before = all.last();
        let mut now = Counted::default();
        for ((id, recipe), speed) in RECIPES.into_iter().zip(speeds) {
            let then = before.and_then(|before| before.values.get(id).copied());
            let mut maker = Maker { at, speed, then, now: &mut now, random: &mut random };
            let value = maker.value(id, recipe);
            if stock(recipe) && then.is_some_and(|then| value * 100 < then * 98) {
                now.fell.push(id);
            }
            now.values.insert(id, value);
        }
        all.push(now);
    }
    all
}

fn stock(recipe: Recipe) -> bool {
    matches!(recipe, Recipe::Part(..) | Recipe::Rest(..))
}

struct Maker<'a> {
    at: u32,
    speed: u32,
    then: Option<i64>,
    now: &'a mut Counted,
    random: &'a mut Random,
}

impl Maker<'_> {
    fn value(&mut self, id: &'static str, recipe: Recipe) -> i64 {
        let then = self.then.unwrap_or(0);
        let of = |values: &BTreeMap<&str, i64>, id| values.get(id).copied().unwrap_or(0);
        match recipe {
            Recipe::Fixed(low, high) => self.then.unwrap_or_else(|| self.draw(low, high)),
            Recipe::People(low, high) => match self.then {
                None => self.draw(low, high),
                Some(then) => then + self.growth(then),
            },
            Recipe::Part(whole, from, to) => self.part(of(&self.now.values, whole), from, to),
            Recipe::Rest(whole, part) => of(&self.now.values, whole) - of(&self.now.values, part),
            Recipe::InYear(low, high) => {
                let more = self.draw(low, high);
                self.counted(id, more, self.begins_year())
            }
            Recipe::Seldom(low, high) => {
                let none = (then == 0 || self.begins_year()) && self.random.one_in(2);
                let more = if none { 0 } else { self.draw(low, high) };
                self.counted(id, more, self.begins_year())
            }
            Recipe::PartInYear(whole, from, to) => {
                let more = share(of(&self.now.grown, whole), self.moved(from, to));
                self.counted(id, more, self.begins_year())
            }
            Recipe::Since(low, high) => {
                let more = self.draw(low, high);
                self.counted(id, more, self.at == 0)
            }
            Recipe::PartSince(whole, from, to) => {
                let more = share(of(&self.now.grown, whole), self.moved(from, to));
                self.counted(id, more, self.at == 0)
            }
            Recipe::Fact => i64::from(then == 1 || self.random.one_in(6)),
        }
    }

    fn draw(&mut self, low: u32, high: u32) -> i64 {
        i64::from(self.random.between(low, high))
    }

    /// Two to five in a thousand; never a multiple of nine, which would look like swapped digits.
    fn growth(&mut self, then: i64) -> i64 {
        let more = then * self.draw(20, 50) / 10_000;
        if more % 9 == 0 { more + 1 } else { more }
    }

    fn part(&mut self, whole: i64, from: u32, to: u32) -> i64 {
        let usual = share(whole, self.moved(from, to));
        match self.then {
            Some(then) if whole >= LIVELY && from != to => {
                let falls = self.random.one_in(300);
                let value = if falls { then * 96 / 100 } else { usual.max(then + 1) };
                value.min(whole)
            }
            Some(then) if from != to => usual.max(then).min(whole),
            _ => usual,
        }
    }

    /// The share in this quarter, on its way at the unit's own speed.
    fn moved(&self, from: u32, to: u32) -> u32 {
        let way = (self.at * 500).min(10_000);
        let moved = (from * (10_000 - way) + to * way) / 10_000;
        if from == to { moved } else { moved - self.speed.min(moved) }
    }

    fn begins_year(&self) -> bool {
        self.at % 4 == 1 || self.at == 0
    }

    fn counted(&mut self, id: &'static str, more: i64, anew: bool) -> i64 {
        self.now.grown.insert(id, more);
        if anew { more } else { self.then.unwrap_or(0) + more }
    }
}

fn share(whole: i64, ten_thousandths: u32) -> i64 {
    whole * i64::from(ten_thousandths) / 10_000
}
