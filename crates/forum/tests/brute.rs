//! Small cases by hand, by geometry and by brute force.

use keruen_forum::{Chance, ForumError, Party, hear, merge, parse, preset, presets, print, seal};
use keruen_results::Silent;
use keruen_results::forum::{Criterion, ForumAnswer, ForumTable, Named, Span};
use proptest::prelude::*;

fn span(low: f64, mid: f64, high: f64) -> Option<Span> {
    Some(Span { low, mid, high })
}

fn table(cells: Vec<Vec<Option<Span>>>) -> ForumTable {
    let named = |a: usize| Named { id: format!("s{a}"), name: format!("scenario {a}") };
    let criterion = |k: usize| Criterion { id: format!("c{k}"), name: format!("c{k}"), unit: "u".into(), together: false };
    ForumTable {
        alternatives: (0..cells.len()).map(named).collect(),
        criteria: (0..cells[0].len()).map(criterion).collect(),
        cells,
    }
}

fn exact(cells: &[&[f64]]) -> ForumTable {
    table(cells.iter().map(|r| r.iter().map(|&x| Some(Span::exact(x))).collect()).collect())
}

/// A party with one line a criterion; scales 0 to 1 unless told otherwise.
fn party(id: &str, lines: &[&str]) -> Vec<Party> {
    let mut text = format!("[[party]]\nid = \"{id}\"\nname = \"{id}\"\n");
    for (k, line) in lines.iter().enumerate() {
        text += &format!("[[party.criterion]]\nid = \"c{k}\"\nbetter = \"more\"\n{line}\n");
    }
    parse("test.toml", &text).unwrap()
}

fn ask(t: &ForumTable, parties: &[Party], draws: u32) -> ForumAnswer {
    hear(t, parties, Chance { seed: 5, draws }, &Silent).unwrap()
}

const UNIT: &str = "worst = 0\nbest = 1";

/// Two criteria, free weights: the score of s0 is w, of s1 is 1 - w, of s2 is 0.6.
///
/// ```text
/// w   0        0.4      0.6       1
///     s1 first | s2 first | s0 first          shares 0.4, 0.2, 0.4; central weights at the middles 0.2, 0.5, 0.8
/// ```
#[test]
fn acceptability_is_the_length_of_the_segment() {
    let t = exact(&[&[1.0, 0.0], &[0.0, 1.0], &[0.6, 0.6]]);
    let a = ask(&t, &party("p", &[UNIT, UNIT]), 40_000);
    let smaa = &a.parties[0].smaa;
    for (row, first) in smaa.acceptability.iter().zip([0.4, 0.4, 0.2]) {
        assert!((row[0] - first).abs() < 0.01, "{row:?}");
        assert!((row.iter().sum::<f64>() - 1.0).abs() < 1e-9);
    }
    let central: Vec<f64> = smaa.central.iter().map(|w| w.as_ref().unwrap()[0]).collect();
    for (got, want) in central.iter().zip([0.8, 0.2, 0.5]) {
        assert!((got - want).abs() < 0.01, "{central:?}");
    }
    assert_eq!(smaa.confidence, vec![Some(1.0); 3], "values are exact");
    assert!((smaa.beats[0][1] - 0.5).abs() < 0.01 && (smaa.beats[2][0] - 0.6).abs() < 0.01);
}

/// Three criteria: s0 is first where w0 is the largest of three, a third of the triangle; its central weights are the centroid
/// of the part where w0 leads: (11/18, 7/36, 7/36).
#[test]
fn central_weights_are_the_centroid() {
    let t = exact(&[&[1.0, 0.0, 0.0], &[0.0, 1.0, 0.0], &[0.0, 0.0, 1.0]]);
    let a = ask(&t, &party("p", &[UNIT, UNIT, UNIT]), 40_000);
    let smaa = &a.parties[0].smaa;
    assert!((smaa.acceptability[0][0] - 1.0 / 3.0).abs() < 0.01);
    let w = smaa.central[0].as_ref().unwrap();
    assert!((w[0] - 11.0 / 18.0).abs() < 0.01 && (w[1] - 7.0 / 36.0).abs() < 0.01, "{w:?}");
}

/// One criterion. s0 is 0.5, s1 anywhere from 0 to 1 with its middle at 0.25: half of the chance lies below 0.25, a third of the
/// other half between 0.25 and 0.5. So s1 is better in 1/2 x 2/3 = 1/3.
#[test]
fn doubt_in_values_counts_on_both_sides_of_the_middle() {
    let t = table(vec![vec![span(0.5, 0.5, 0.5)], vec![span(0.0, 0.25, 1.0)]]);
    let a = ask(&t, &party("p", &[UNIT]), 40_000);
    assert!((a.parties[0].smaa.beats[1][0] - 1.0 / 3.0).abs() < 0.01);
    assert!((a.parties[0].smaa.confidence[1].unwrap() - 1.0 / 3.0).abs() < 0.02);
}

/// What is not known of all alike does not part them: s0 is better than s1 by 0.1 whatever the level.
#[test]
fn a_column_that_moves_as_one_keeps_the_order() {
    let mut t = table(vec![vec![span(0.1, 0.4, 0.7)], vec![span(0.0, 0.3, 0.6)]]);
    let p = party("p", &[UNIT]);
    assert!(ask(&t, &p, 4000).parties[0].smaa.beats[0][1] < 0.9);
    t.criteria[0].together = true;
    assert_eq!(ask(&t, &p, 4000).parties[0].smaa.beats[0][1], 1.0);
}

#[test]
fn a_missing_value_is_left_out_of_the_sum_and_open_in_the_bounds() {
    let t = table(vec![vec![span(0.8, 0.8, 0.8), None], vec![span(0.2, 0.2, 0.2), span(0.5, 0.5, 0.5)]]);
    let a = ask(&t, &party("p", &[&format!("points = 3\n{UNIT}"), &format!("points = 1\n{UNIT}")]), 4000);
    let s = a.parties[0].sum[0];
    assert!((s.score - 0.8).abs() < 1e-12 && (s.low - 0.6).abs() < 1e-12 && (s.high - 0.85).abs() < 1e-12, "{s:?}");
    assert!(a.notes[0].contains("c1 is not known for 1 of 2"));
}

#[test]
fn equal_scenarios_share_their_places() {
    let t = exact(&[&[0.5], &[0.5], &[0.1]]);
    let a = ask(&t, &party("p", &[UNIT]), 100);
    assert_eq!(a.parties[0].sum.iter().map(|s| s.rank).collect::<Vec<_>>(), [1.5, 1.5, 3.0]);
    assert_eq!(a.parties[0].smaa.acceptability[0], [0.5, 0.5, 0.0]);
    assert_eq!(a.parties[0].flips[0].at, None, "nobody leads, so nobody is overtaken");
}

/// w on the first criterion: s0 scores w, s1 scores 1 - w + 0.2 w. Level at w = 1 / 1.8.
#[test]
fn the_flip_lies_where_two_lines_cross() {
    let t = exact(&[&[1.0, 0.0], &[0.2, 1.0]]);
    let a = ask(&t, &party("p", &[&format!("points = 7\n{UNIT}"), &format!("points = 3\n{UNIT}")]), 10);
    let f = &a.parties[0].flips[0];
    assert!((f.at.unwrap() - 1.0 / 1.8).abs() < 1e-12 && f.winner == Some(1));
    assert!((a.parties[0].flips[1].at.unwrap() - (1.0 - 1.0 / 1.8)).abs() < 1e-12);
}

/// Scales of the table, points 2 to 1. With s2 at -10: s0 scores (2 x 1 + 0.4) / 3, s1 (2 x 10/11 + 1) / 3 and leads. Without it c0
/// runs from 0 to 1 and c1 from 0.4 to 1: s0 scores 2/3, s1 1/3.
#[test]
fn rank_reversal_is_told() {
    let t = exact(&[&[1.0, 0.4], &[0.0, 1.0], &[-10.0, 0.0]]);
    let a = ask(&t, &party("p", &["points = 2", "points = 1"]), 10);
    let seen: Vec<_> = a.parties[0].reversals.iter().filter(|r| r.method == "weighted sum").collect();
    assert!(a.parties[0].sum[1].rank == 1.0);
    assert!(seen.iter().any(|r| r.without == 2 && r.first == 1 && r.second == 0), "{seen:?}");
    let own = ["points = 2\nworst = -10\nbest = 1", &format!("points = 1\n{UNIT}")];
    let fixed = ask(&t, &party("p", &own), 10);
    assert!(fixed.parties[0].reversals.iter().all(|r| r.method != "weighted sum"), "ends of one's own do not move");
}

#[test]
fn a_party_left_out_may_change_the_winner() {
    let t = exact(&[&[1.0, 0.3, 0.3], &[0.0, 0.6, 0.6]]);
    let mut all = Vec::new();
    for k in 0..3 {
        let text =
            format!("[[party]]\nid = \"p{k}\"\nname = \"p{k}\"\n[[party.criterion]]\nid = \"c{k}\"\nbetter = \"more\"\n{UNIT}\n");
        all.extend(parse("t", &text).unwrap());
    }
    let j = ask(&t, &all, 10).joint.unwrap();
    assert_eq!((j.mean[0].rank, j.copeland[1].rank, j.agreed.len()), (1.0, 1.0, 0));
    assert_eq!((j.without[0].mean.clone(), j.without[1].mean.clone()), (vec![1], vec![0]));
    assert!(j.pareto == [true, true] && j.regret_of[1] == 0);
    let w = j.accord.unwrap();
    assert!((w - 1.0 / 9.0).abs() < 1e-12, "one of three against two: {w}");
}

#[test]
fn a_seal_binds_and_opens() {
    let open = party("p", &["points = 2", "points = 1"]).remove(0);
    let salt = "a salt that nobody knows";
    let shut = seal::shut(&open, salt).unwrap();
    let text = print(std::slice::from_ref(&shut));
    assert!(!text.contains("points") && !text.contains("salt"));
    let shut = parse("shut.toml", &text).unwrap();
    assert_eq!(ask(&exact(&[&[1.0, 0.0], &[0.0, 1.0]]), &shut, 10).sealed.len(), 1);
    let told = Party { salt: Some(salt.into()), ..open.clone() };
    let both = merge(vec![shut.clone(), vec![told]]).unwrap();
    assert!(both.len() == 1 && both[0].weights == open.weights);
    let other = Party { salt: Some(salt.into()), ..party("p", &["points = 1", "points = 2"]).remove(0) };
    assert!(matches!(merge(vec![vec![other], shut]), Err(ForumError::Party { why, .. }) if why.contains("hash")));
}

#[test]
fn files_of_two_centres_merge_once() {
    let a = party("p", &["points = 2"]);
    assert_eq!(merge(vec![a.clone(), a.clone(), party("q", &[""])]).unwrap().len(), 2);
    assert!(merge(vec![a, party("p", &["points = 3"]), party("p", &["rank = 1"])]).is_err());
}

#[test]
fn faults_name_the_party_and_what_to_try() {
    let bad = |text: &str| parse("f.toml", text).unwrap_err().to_string();
    assert!(bad("").contains("[[party]]"));
    let one = |line: &str| bad(&format!("[[party]]\nid='p'\nname='P'\n[[party.criterion]]\nid='c0'\nbetter='more'\n{line}"));
    assert!(one("points = -1").contains("below zero"));
    assert!(one("worst = 1\nbest = 0").contains("towards more"));
    assert!(one("shape = 'round'").contains("v-shape"));
    assert!(one("points = 1\n[[party.criterion]]\nid='c1'\nbetter='less'\nrank = 1").contains("every criterion"));
    let t = exact(&[&[1.0], &[0.0]]);
    let p = party("p", &["", ""]);
    assert!(hear(&t, &p, Chance { seed: 1, draws: 1 }, &Silent).unwrap_err().to_string().contains("no criterion \"c1\""));
}

#[test]
fn presets_read_and_say_that_they_are_examples() {
    for (name, _) in presets() {
        let parties = preset(name).unwrap();
        assert!(parties.len() >= 5 && parties.iter().all(|p| p.note.starts_with("Example")), "{name}");
        assert_eq!(merge(vec![parties.clone(), parse("again", &print(&parties)).unwrap()]).unwrap(), parties);
    }
    assert!(preset("c7").unwrap_err().to_string().contains("c6"));
}

fn numbers(n: usize, m: usize) -> impl Strategy<Value = Vec<Vec<f64>>> {
    prop::collection::vec(prop::collection::vec(0.0..1.0f64, m), n)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    /// Moving a weight step by step until another one leads finds no flip nearer than the one that is told, and finds that one.
    #[test]
    fn flips_agree_with_walking_there(cells in numbers(4, 3), points in prop::collection::vec(1u32..9, 3), gap in 0usize..12) {
        let mut t = table(cells.iter().map(|r| r.iter().map(|&x| Some(Span::exact(x))).collect()).collect());
        t.cells[gap / 3][gap % 3] = None;
        let lines: Vec<String> = points.iter().map(|p| format!("points = {p}\n{UNIT}")).collect();
        let p = party("p", &lines.iter().map(String::as_str).collect::<Vec<_>>());
        let a = ask(&t, &p, 1);
        let all: f64 = points.iter().map(|&x| f64::from(x)).sum();
        let w: Vec<f64> = points.iter().map(|&x| f64::from(x) / all).collect();
        let score = |w: &[f64], a: usize| {
            let known: Vec<usize> = (0..3).filter(|&k| t.cells[a][k].is_some()).collect();
            known.iter().map(|&k| w[k] * cells[a][k]).sum::<f64>() / known.iter().map(|&k| w[k]).sum::<f64>()
        };
        let lead = |w: &[f64]| (0..4).max_by(|&a, &b| score(w, a).total_cmp(&score(w, b))).unwrap();
        for k in 0..3 {
            const STEPS: usize = 2000;
            let flipped = (1..STEPS).filter_map(|i| {
                let x = i as f64 / STEPS as f64;
                let moved: Vec<f64> = (0..3).map(|j| if j == k { x } else { w[j] * (1.0 - x) / (1.0 - w[k]) }).collect();
                (lead(&moved) != lead(&w)).then_some((x - w[k]).abs())
            });
            let walked = flipped.fold(f64::INFINITY, f64::min);
            let told = a.parties[0].flips[k].at.map_or(f64::INFINITY, |x| (x - w[k]).abs());
            prop_assert!(told <= walked + 1e-9, "{told} {walked}");
            prop_assert!(walked.is_infinite() || walked - told <= 2.0 / STEPS as f64 , "{told} {walked}");
        }
    }

    /// The same bytes for the same seed; a party's answer does not hang on who else is heard.
    #[test]
    fn answers_repeat_and_stand_alone(cells in numbers(3, 2), seed in 0u64..1000) {
        let t = table(cells.iter().map(|r| r.iter().map(|&x| span(x - 0.1, x, x + 0.2)).collect()).collect());
        let (p, q) = (party("p", &["rank = 1", "rank = 2"]), party("q", &["", ""]));
        let chance = Chance { seed, draws: 50 };
        let both: Vec<Party> = q.iter().chain(&p).cloned().collect();
        let alone = hear(&t, &p, chance, &Silent).unwrap();
        let among = hear(&t, &both, chance, &Silent).unwrap();
        prop_assert_eq!(&alone.parties[0], &among.parties[1]);
        prop_assert_eq!(hear(&t, &both, chance, &Silent).unwrap(), among);
    }

    /// A scenario better in everything is first for everybody, whatever the weights.
    #[test]
    fn the_dominant_scenario_wins(cells in numbers(4, 3), points in prop::collection::vec(1u32..9, 3)) {
        let mut cells = cells;
        cells[2] = vec![1.5; 3];
        let t = table(cells.iter().map(|r| r.iter().map(|&x| Some(Span::exact(x))).collect()).collect());
        let lines: Vec<String> = points.iter().map(|p| format!("points = {p}")).collect();
        let mut all = party("p", &lines.iter().map(String::as_str).collect::<Vec<_>>());
        all.extend(party("q", &["", "", ""]));
        let a = ask(&t, &all, 50);
        let j = a.joint.unwrap();
        prop_assert!(a.parties.iter().all(|p| p.sum[2].rank == 1.0 && p.promethee[2].rank == 1.0 && p.smaa.acceptability[2][0] == 1.0));
        prop_assert!(j.mean[2].rank == 1.0 && j.borda[2].rank == 1.0 && j.copeland[2].rank == 1.0 && j.regret[2].score == 0.0);
        prop_assert_eq!(j.pareto.iter().filter(|p| **p).count(), 1);
    }
}
