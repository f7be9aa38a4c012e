//! The report's part on the whole corridor: a map (width = volume, colour = use), bottlenecks, counters, ranges, goods.

use super::map::flow_map_svg;
use crate::format::{escape, number};
use keruen_results::Range;
use keruen_results::calibrate::Role;
use keruen_results::flow::{FlowAnswer, LimitFlow, WishFlow};
use keruen_results::map::MapData;
use keruen_results::ranges::FlowRanges;
use keruen_results::study::FlowPart;
use keruen_results::validate::{CounterScore, ValidateAnswer};
use std::fmt::Write;

/// Rows of each list.
const ROWS: usize = 15;

/// The whole part.
pub(super) fn section(part: &FlowPart, map: &MapData) -> String {
    let mut out = String::from("<section><h2 id=\"flow\">What the corridor carries</h2>");
    for n in &part.notes {
        let _ = write!(out, "<p class=\"range\">{}</p>", escape(n));
    }
    for a in &part.years {
        out += &year(a, map);
    }
    out += &counters(part);
    out += &origins(part);
    out + "</section>"
}

fn year(a: &FlowAnswer, map: &MapData) -> String {
    let t = &a.totals;
    let mut out = format!("<h3>{}, least cost under hard capacities</h3>", a.question.year);
    let _ = write!(
        out,
        "<p>Through demand carried: {} t, {} TEU, {} t-km; charges {} USD; {} t CO2e. Background: {} t.</p>",
        number(t.tonnes),
        number(t.teu),
        number(t.tonne_km),
        number(t.charges_usd),
        number(t.co2e_kg / 1000.0),
        number(t.background_tonnes)
    );
    out += &flow_map_svg(&format!("flows of {}: width = tonnes, colour = use", a.question.year), map, &a.elements);
    out += KEY;
    out += &limits(a);
    out += &steps(a);
    out += &left(a);
    if let Some(r) = &a.ranges {
        out += &ranges(r);
    }
    out + &certificate(a)
}

const KEY: &str = "<p class=\"key\"><span><i class=\"u0\"></i>no limit counted</span><span><i class=\"u1\"></i>below half full</span><span><i class=\"u2\"></i>50 to 80 %</span><span><i class=\"u3\"></i>80 to 99 %</span><span><i class=\"u4\"></i>full</span></p>";

fn table(head: &[&str]) -> String {
    let cells: String = head
        .iter()
        .map(|h| match h.strip_suffix('>') {
            Some(h) => format!("<th class=\"n\">{h}</th>"),
            None => format!("<th>{h}</th>"),
        })
        .collect();
    format!("<div class=\"scroll\"><table><thead><tr>{cells}</tr></thead><tbody>")
}

const END: &str = "</tbody></table></div>";

fn span(r: Range) -> String {
    let high = if r.high.is_finite() { number(r.high) } else { "any".into() };
    format!("<span class=\"range\">{} to {high}</span>", number(r.low))
}

fn limits(a: &FlowAnswer) -> String {
    let priced: Vec<&LimitFlow> = a.limits.iter().filter(|l| l.price > 0.0).take(ROWS).collect();
    let mut out = String::from("<h4>What is scarce, the dearest first</h4>");
    out += &table(&["limit", "used>", "there is>", "unit", "one more saves, USD>", "holds for"]);
    for l in priced {
        let price = l
            .price_interval
            .map_or_else(|| format!("at most {}", number(l.price)), |r| format!("{}<br>{}", number(r.low), span(r)));
        let holds = l.price_holds.map_or(String::new(), |r| {
            let end = |x: f64| if x.is_finite() { number(x) } else { "any".into() };
            format!("\u{2212}{} to +{}", end(r.low), end(r.high))
        });
        let note = l.price_note.as_ref().map_or(String::new(), |n| format!("<br><span class=\"range\">{}</span>", escape(n)));
        let _ = write!(
            out,
            "<tr><td>{}<br><span class=\"range\">{}</span>{note}</td><td class=\"n\">{}</td><td class=\"n\">{}</td><td>{}</td><td class=\"n\">{price}</td><td>{holds}</td></tr>",
            escape(&l.name),
            escape(&l.limit),
            number(l.used),
            number(l.amount),
            escape(&l.unit)
        );
    }
    out + END
}

fn steps(a: &FlowAnswer) -> String {
    if a.steps.is_empty() {
        return String::new();
    }
    let mut out = String::from("<h4>What a step brings, solved again</h4>");
    out += &table(&["limit", "step", "carried, t>", "saves, USD>", "whose receipts change"]);
    for s in &a.steps {
        let gains: Vec<String> = s.gains.iter().map(|(who, usd)| format!("{} {}", escape(who), number(*usd))).collect();
        let _ = write!(
            out,
            "<tr><td>{}</td><td>{}</td><td class=\"n\">{}</td><td class=\"n\">{}</td><td>{}</td></tr>",
            escape(&s.limit),
            escape(&s.what),
            number(s.tonnes),
            number(s.saves_usd),
            gains.join("<br>")
        );
    }
    out + END
}

fn left(a: &FlowAnswer) -> String {
    let stays: Vec<&WishFlow> = a.wishes.iter().filter(|w| w.unserved > 0.0 || w.outside > 0.0).collect();
    if stays.is_empty() {
        return "<p>Nothing stays behind, nothing goes outside.</p>".into();
    }
    let mut out = format!("<h4>What goes outside or stays behind ({} wishes)</h4>", stays.len());
    out += &table(&["wish", "asked>", "carried>", "outside>", "left>", "unit", "stopped by"]);
    for w in stays.iter().take(ROWS) {
        let why = w.no_way.clone().unwrap_or_else(|| w.stopped_by.join(", "));
        let _ = write!(
            out,
            "<tr><td>{}</td><td class=\"n\">{}</td><td class=\"n\">{}</td><td class=\"n\">{}</td><td class=\"n\">{}</td><td>{}</td><td>{}</td></tr>",
            escape(&w.wish),
            number(w.asked),
            number(w.carried),
            number(w.outside),
            number(w.unserved),
            escape(&w.unit),
            escape(&why)
        );
    }
    out + END
}

fn ranges(r: &FlowRanges) -> String {
    let mut out = format!(
        "<h4>How sure: {} assumed or proxy figures between their ends, {} samples</h4>",
        r.parameters,
        r.samples - r.failed
    );
    out += &table(&["headline", "as the tables stand>", "5 to 95 %>", "unit"]);
    for h in &r.headlines {
        let _ = write!(
            out,
            "<tr><td>{}</td><td class=\"n\">{}</td><td class=\"n\">{}</td><td>{}</td></tr>",
            escape(&h.name),
            number(h.base),
            span(h.range),
            escape(&h.unit)
        );
    }
    out += END;
    out += &table(&["figure", "its ends>", "moves the headlines by>", "most", "it at the ends>"]);
    for t in &r.tornado {
        let _ = write!(
            out,
            "<tr><td>{}</td><td class=\"n\">{}</td><td class=\"n\">{:.2} %</td><td>{}</td><td class=\"n\">{}</td></tr>",
            escape(&t.parameter),
            span(t.ends),
            t.effect,
            escape(&t.headline),
            span(t.at_ends)
        );
    }
    out += END;
    let flips = if r.same_first < 1.0 { "The order of bottlenecks flips: " } else { "The dearest limit stays the dearest: " };
    let _ = write!(out, "<p>{flips}in {:.0} % of the samples the dearest limit is the one above.</p>", r.same_first * 100.0);
    out += &table(&["limit", "place here>", "has a price in>", "is the dearest in>", "price, 5 to 95 %>"]);
    for l in &r.ranking {
        let _ = write!(
            out,
            "<tr><td>{}</td><td class=\"n\">{}</td><td class=\"n\">{:.0} %</td><td class=\"n\">{:.0} %</td><td class=\"n\">{}</td></tr>",
            escape(&l.limit),
            l.base.map_or("-".into(), |b| b.to_string()),
            l.priced * 100.0,
            l.first * 100.0,
            span(l.price)
        );
    }
    out + END
}

fn certificate(a: &FlowAnswer) -> String {
    let Some(c) = a.certificate.checked else { return "<p class=\"range\">Not certified.</p>".into() };
    format!(
        "<p class=\"range\">Certified by code that shares nothing with the solver: gap {:.1e}, largest miss {:.1e}; of {} limits {} were derived again from the tables, the use of {} too.</p>",
        c.gap.abs(),
        c.miss,
        c.limits,
        c.limits_recomputed,
        c.uses_recomputed
    )
}

fn counters(part: &FlowPart) -> String {
    let (b, a, w) = (&part.before, &part.after, &part.calibration.weight);
    let mut out = String::from("<h3 id=\"validate\">The model against what was counted</h3>");
    let _ = write!(
        out,
        "<p>Before calibration {} of {} counters are hit, after it {} of {}; last year's value would have hit {} of {}. Left out, each counter by an estimate that never saw it: {} of {}. Held out altogether: {} of {}. \
         {} observations, {} parameters of which the data decide {:.1}: {:.1} degrees of freedom left; {} rows they do not see at all.</p>",
        b.hits,
        b.total,
        a.hits,
        a.total,
        b.naive_hits,
        b.naive_total,
        part.calibration.left_out_hits,
        part.calibration.open,
        part.calibration.held_out_hits,
        part.calibration.held_out,
        w.observations,
        w.parameters,
        w.effective_parameters,
        w.degrees_of_freedom,
        part.calibration.silent.len()
    );
    out += &scores(part);
    if let Some(ahead) = &part.ahead {
        out += &forecast(ahead);
    }
    out
}

fn word(hit: bool) -> &'static str {
    if hit { "hit" } else { "<b>miss</b>" }
}

fn scores(part: &FlowPart) -> String {
    let mut out = table(&[
        "counter",
        "seen>",
        "before>",
        "",
        "after>",
        "5 to 95 %>",
        "",
        "left out>",
        "",
        "last year>",
        "",
        "may be off>",
        "role",
    ]);
    let fit = |c: &CounterScore| part.calibration.counters.iter().find(|f| f.observation == c.observation);
    for (b, a) in part.before.counters.iter().zip(&part.after.counters) {
        let f = fit(a).filter(|f| f.role != Role::HeldOut);
        let role = fit(a).map_or("", |f| match f.role {
            Role::Used => "used",
            Role::HeldOut => "held out",
            Role::Beyond => "beyond the prior",
        });
        let range = a.low.zip(a.high).map_or(String::new(), |(low, high)| span(Range { low, high }));
        let _ = write!(
            out,
            "<tr><td>{}<br><span class=\"range\">{}, {}</span></td><td class=\"n\">{}</td><td class=\"n\">{}</td><td>{}</td><td class=\"n\">{}</td><td class=\"n\">{range}</td><td>{}</td><td class=\"n\">{}</td><td>{}</td><td class=\"n\">{}</td><td>{}</td><td class=\"n\">{} %</td><td>{role}</td></tr>",
            escape(&a.id),
            escape(&a.name),
            escape(&a.unit),
            number(a.observed),
            number(b.model),
            word(b.hit),
            number(a.model),
            word(a.hit),
            f.map_or(String::new(), |f| number(f.left_out)),
            f.map_or("", |f| word(f.hit_left_out)),
            a.naive.map_or(String::new(), number),
            a.naive_hit.map_or("", word),
            number(a.tolerance)
        );
    }
    out + END
}

fn forecast(v: &ValidateAnswer) -> String {
    let years: Vec<String> = v.years.iter().map(i32::to_string).collect();
    format!(
        "<p>{} from the counters of the years before it alone: {} of {} hit; last year's value hits {} of the {} that have one.</p>",
        years.join(", "),
        v.hits,
        v.total,
        v.naive_hits,
        v.naive_total
    )
}

fn origins(part: &FlowPart) -> String {
    if part.origins.is_empty() {
        return String::new();
    }
    let mut out = String::from("<h3>Who supplies whom, where origins compete by price</h3>");
    out += &table(&["case", "market", "supply", "amount>", "unit", "share>"]);
    for (label, shares) in &part.origins {
        for o in shares {
            let _ = write!(
                out,
                "<tr><td>{}</td><td>{}</td><td>{}</td><td class=\"n\">{}</td><td>{}</td><td class=\"n\">{:.0} %</td></tr>",
                escape(label),
                escape(&o.market),
                escape(&o.supply),
                number(o.amount),
                escape(&o.unit),
                o.share * 100.0
            );
        }
    }
    out + END
}
