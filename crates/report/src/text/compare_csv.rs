//! A comparison as CSV: one row a figure and side.

use crate::format::csv_cell;
use keruen_results::compare::{CompareAnswer, Figure, Payer, Sign, SimulatedFigure, Worth};
use keruen_results::forum::Span;

/// What a row holds; what is not there stays empty.
#[derive(Default)]
struct Row<'a> {
    kind: &'a str,
    id: &'a str,
    name: &'a str,
    unit: &'a str,
    value: Option<Span>,
    base: Option<f64>,
    difference: Option<Span>,
    percent: Option<f64>,
    sure: Option<bool>,
    share: Option<f64>,
}

/// Figures, receipts, worth, then simulated figures, side by side.
pub fn compare_csv(a: &CompareAnswer) -> String {
    let mut out = String::from(
        "side,kind,id,name,unit,value,low,high,base,difference,percent,difference_low,difference_high,sure,share_of_draws\n",
    );
    for (i, s) in a.others.iter().enumerate() {
        let mut line = |row: Row<'_>| out += &print(&s.id, &row);
        a.figures.iter().for_each(|f| line(figure(f, i + 1)));
        a.payers.iter().for_each(|p| line(receipts(p, i)));
        worth(&a.worth[i]).into_iter().for_each(&mut line);
        a.simulated.iter().flat_map(|s| &s.figures).filter_map(|f| simulated(f, i)).for_each(line);
    }
    out
}

fn figure(f: &Figure, side: usize) -> Row<'_> {
    let c = &f.cells[side];
    Row {
        kind: &f.question,
        id: &f.id,
        name: &f.name,
        unit: &f.unit,
        value: c.value,
        base: f.cells[0].value.map(|v| v.mid),
        difference: c.difference,
        percent: c.percent,
        sure: c.sign.map(|s| s.sure),
        share: c.sign.map(|s| s.share),
    }
}

fn receipts(p: &Payer, other: usize) -> Row<'_> {
    Row {
        kind: if p.kind == "country" { "receipts of country" } else { "receipts of operator" },
        id: &p.id,
        name: &p.name,
        unit: "USD/yr",
        value: Some(Span::exact(p.usd[other + 1])),
        base: Some(p.usd[0]),
        difference: Some(Span::exact(p.change[other])),
        ..Row::default()
    }
}

fn worth(w: &Worth) -> Vec<Row<'static>> {
    let row = |id: &'static str, value: Option<Span>, sign: Option<Sign>| Row {
        kind: "worth",
        id,
        name: id,
        unit: "USD",
        value,
        sure: sign.map(|s| s.sure),
        share: sign.map(|s| s.share),
        ..Row::default()
    };
    let mut out = vec![
        row("shippers", Some(w.shippers), None),
        row("carriers", Some(w.carriers), None),
        row("budgets", Some(Span::exact(w.budgets)), None),
        row("all", Some(w.all), None),
        row("npv", w.npv, None),
    ];
    out.extend(w.drawn.map(|d| row("all-over-draws", Some(d.span), Some(d.sign))));
    out
}

/// The ends of the difference are those of its interval of 95 %.
fn simulated(f: &SimulatedFigure, other: usize) -> Option<Row<'_>> {
    let d = f.others[other].as_ref()?;
    let (mean, half) = (d.difference.mean, d.difference.half.unwrap_or(f64::NAN));
    Some(Row {
        kind: "simulate",
        name: &f.what,
        unit: &f.unit,
        value: Some(Span::exact(d.other)),
        base: Some(d.base),
        difference: Some(Span { low: mean - half, mid: mean, high: mean + half }),
        percent: (d.base != 0.0).then(|| mean / d.base.abs() * 100.0),
        sure: d.difference.half.map(|_| d.sure),
        ..Row::default()
    })
}

fn print(side: &str, r: &Row<'_>) -> String {
    let show = |x: Option<f64>| x.filter(|x| x.is_finite()).map_or(String::new(), |x| x.to_string());
    let of = |s: Option<Span>, f: fn(&Span) -> f64| show(s.as_ref().map(f));
    let cells = [
        side.to_string(),
        r.kind.into(),
        r.id.into(),
        r.name.into(),
        r.unit.into(),
        of(r.value, |s| s.mid),
        of(r.value, |s| s.low),
        of(r.value, |s| s.high),
        show(r.base),
        of(r.difference, |s| s.mid),
        show(r.percent),
        of(r.difference, |s| s.low),
        of(r.difference, |s| s.high),
        r.sure.map_or(String::new(), |s| s.to_string()),
        show(r.share),
    ];
    cells.iter().map(|c| csv_cell(c)).collect::<Vec<_>>().join(",") + "\n"
}
