//! Published worked examples of each method; of SMAA-2 also cases whose indices are areas.

use keruen_forum::{Better, Chance, Party, Shape, View, Weights, hear};
use keruen_results::Silent;
use keruen_results::forum::{Criterion, ForumAnswer, ForumTable, Named, Smaa, Span};

fn named(id: impl ToString) -> Named {
    Named { id: id.to_string(), name: id.to_string() }
}

fn table(rows: &[&[f64]]) -> ForumTable {
    let criteria = (0..rows[0].len())
        .map(|k| Criterion { id: format!("c{k}"), name: format!("c{k}"), unit: String::new(), together: false })
        .collect();
    ForumTable {
        alternatives: (0..rows.len()).map(|a| named(format!("A{}", a + 1))).collect(),
        criteria,
        cells: rows.iter().map(|r| r.iter().map(|&x| Some(Span::exact(x))).collect()).collect(),
    }
}

fn view(k: usize, shape: Shape, (q, p): (f64, f64), ends: Option<(f64, f64)>) -> View {
    View {
        criterion: format!("c{k}"),
        group: String::new(),
        better: Better::More,
        worst: ends.map(|e| e.0),
        best: ends.map(|e| e.1),
        curve: Vec::new(),
        shape,
        indifference: Some(q),
        preference: Some(p),
    }
}

fn party(id: &str, voice: f64, views: Vec<View>, weights: Weights) -> Party {
    Party {
        id: id.into(),
        name: id.into(),
        voice,
        note: String::new(),
        source: Vec::new(),
        views,
        weights: Some(weights),
        sealed: None,
        salt: None,
        file: "test".into(),
    }
}

fn ask(table: &ForumTable, parties: &[Party]) -> ForumAnswer {
    hear(table, parties, Chance { seed: 1, draws: 200 }, &Silent).unwrap()
}

fn round(x: f64, digits: i32) -> f64 {
    (x * 10f64.powi(digits)).round() / 10f64.powi(digits) + 0.0
}

/// Papathanasiou and Ploskas 2018, Multiple Criteria Decision Aid, chapter 3 (PROMETHEE): the worked example of six actions and four
/// criteria, linear preference with q = 1 and p = 2, and its net flows.
#[test]
fn promethee_of_papathanasiou_and_ploskas() {
    let t = table(&[
        &[8.0, 7.0, 2.0, 1.0],
        &[5.0, 3.0, 7.0, 5.0],
        &[7.0, 5.0, 6.0, 4.0],
        &[9.0, 9.0, 7.0, 3.0],
        &[11.0, 10.0, 3.0, 7.0],
        &[6.0, 9.0, 5.0, 4.0],
    ]);
    let views = (0..4).map(|k| view(k, Shape::Linear, (1.0, 2.0), None)).collect();
    let answer = ask(&t, &[party("p", 1.0, views, Weights::Points(vec![40.0, 30.0, 10.0, 20.0]))]);
    let flows = &answer.parties[0].promethee;
    let net: Vec<f64> = flows.iter().map(|f| round(f.net, 2)).collect();
    assert_eq!(net, [-0.26, -0.52, -0.22, 0.36, 0.7, -0.06]);
    assert_eq!(flows.iter().map(|f| f.rank).collect::<Vec<_>>(), [5.0, 6.0, 4.0, 2.0, 1.0, 3.0]);
    assert!((flows.iter().map(|f| f.net).sum::<f64>()).abs() < 1e-12, "net flows sum to nothing");
}

/// Triantaphyllou 2000, Multi-Criteria Decision Making Methods: A Comparative Study, example 2-1 (weighted sum model): the second and
/// the third alternative share the first place with 22.00.
#[test]
fn weighted_sum_of_triantaphyllou() {
    let t = table(&[&[25.0, 20.0, 15.0, 30.0], &[10.0, 30.0, 20.0, 30.0], &[30.0, 10.0, 30.0, 10.0]]);
    let views = (0..4).map(|k| view(k, Shape::Usual, (0.0, 0.0), Some((0.0, 100.0)))).collect();
    let answer = ask(&t, &[party("p", 1.0, views, Weights::Points(vec![0.20, 0.15, 0.40, 0.25]))]);
    let sum: Vec<f64> = answer.parties[0].sum.iter().map(|s| round(s.score * 100.0, 2)).collect();
    assert_eq!(sum, [21.5, 22.0, 22.0]);
    assert_eq!(answer.parties[0].sum.iter().map(|s| s.rank).collect::<Vec<_>>(), [3.0, 1.5, 1.5]);
    assert!(answer.parties[0].tree.iter().all(|b| !b.scale_of_table));
}

/// Condorcet 1785 as told by Young 1988, American Political Science Review 82/4, pages 1233 and 1234: sixty voters, three candidates,
/// 23 a>b>c, 17 b>c>a, 2 b>a>c, 10 c>a>b, 8 c>b>a. Majorities run in a circle; Borda's points are 58, 69, 53.
#[test]
fn borda_and_copeland_of_condorcet() {
    let orders = [(23.0, [3, 2, 1]), (17.0, [1, 3, 2]), (2.0, [2, 3, 1]), (10.0, [2, 1, 3]), (8.0, [1, 2, 3])];
    let mut cells = vec![vec![0.0; 5]; 3];
    for (p, (_, liking)) in orders.iter().enumerate() {
        (0..3).for_each(|a| cells[a][p] = f64::from(liking[a]));
    }
    let t = table(&cells.iter().map(Vec::as_slice).collect::<Vec<_>>());
    let parties: Vec<Party> = orders
        .iter()
        .enumerate()
        .map(|(p, (n, _))| {
            let v = view(p, Shape::Usual, (0.0, 0.0), Some((1.0, 3.0)));
            party(&format!("p{p}"), *n, vec![v], Weights::Points(vec![1.0]))
        })
        .collect();
    let joint = ask(&t, &parties).joint.unwrap();
    assert_eq!(joint.borda.iter().map(|s| s.score).collect::<Vec<_>>(), [58.0, 69.0, 53.0]);
    assert_eq!(joint.copeland.iter().map(|s| s.score).collect::<Vec<_>>(), [0.0, 0.0, 0.0]);
    assert_eq!(joint.copeland[0].rank, 2.0, "three share the first place");
}

/// Milnor 1954, Games against nature, in Luce and Raiffa 1957, section 13.4: the four acts of which Laplace, Wald, Hurwicz and Savage
/// each choose another one. States of nature stand in the place of parties.
#[test]
fn minimax_regret_of_milnor() {
    let t = table(&[&[2.0, 2.0, 0.0, 1.0], &[1.0, 1.0, 1.0, 1.0], &[0.0, 4.0, 0.0, 0.0], &[1.0, 3.0, 0.0, 0.0]]);
    let parties: Vec<Party> = (0..4)
        .map(|k| {
            let v = view(k, Shape::Usual, (0.0, 0.0), Some((0.0, 4.0)));
            party(&format!("s{k}"), 1.0, vec![v], Weights::Points(vec![1.0]))
        })
        .collect();
    let joint = ask(&t, &parties).joint.unwrap();
    let regret: Vec<f64> = joint.regret.iter().map(|s| round(-4.0 * s.score, 9)).collect();
    assert_eq!(regret, [2.0, 3.0, 2.0, 1.0]);
    assert_eq!(joint.regret[3].rank, 1.0, "Savage takes the fourth act");
    assert_eq!(joint.mean[0].rank, 1.0, "Laplace takes the first act");
}

/// Shares of N draws lie within four standard errors of what they estimate: 4 x 0.5 / sqrt(N).
const DRAWS: u32 = 200_000;
const NEAR: f64 = 4.0 * 0.5 / 447.0;

fn smaa(table: &ForumTable, weights: Weights) -> Smaa {
    let views = (0..table.criteria.len()).map(|k| view(k, Shape::Usual, (0.0, 0.0), Some((0.0, 1.0)))).collect();
    let chance = Chance { seed: 1, draws: DRAWS };
    hear(table, &[party("p", 1.0, views, weights)], chance, &Silent).unwrap().parties.remove(0).smaa
}

fn near(got: &[f64], want: &[f64]) {
    assert_eq!(got.len(), want.len());
    assert!(got.iter().zip(want).all(|(g, w)| (g - w).abs() < NEAR), "{got:?} is not {want:?}");
}

/// Draws of the measurements of the printed example; its own figures come from 10,000.
const MEASURED: u32 = 10_000;

/// Ten thousand draws here and ten thousand there: four standard errors of the difference of two such shares.
const PRINTED: f64 = 4.0 * 0.5 * 0.014_142;

/// The single-study benefit-risk analysis of two treatments against thrombosis (Lynd and O'Brien 2004, Journal of Clinical Epidemiology
/// 57/8: events among 136 and 129 patients) as the R package `smaa` prints it (van Valkenhoef, reference output of its examples; data of
/// <https://github.com/drugis/mcda-elicitation-web>, figures of <https://github.com/gertvv/rsmaa>): rank acceptability 0.3504 and 0.6496,
/// central weights and confidence factors as below. A measurement is Beta(events, the others); less is better on all three criteria,
/// whose scales end at 0 and 0.25, 0.15 and 0.40, 0 and 0.10. Every draw of the measurements is heard as known values.
#[test]
fn smaa_of_heparin_and_enoxaparin() {
    const EVENTS: [[(u32, u32); 3]; 2] = [[(20, 136), (40, 136), (1, 136)], [(8, 129), (32, 129), (5, 129)]];
    const ENDS: [(f64, f64); 3] = [(0.25, 0.0), (0.40, 0.15), (0.10, 0.0)];
    const CENTRAL: [[f64; 3]; 2] = [[0.186_509_7, 0.277_220_5, 0.536_269_8], [0.407_31, 0.364_147_7, 0.228_542_3]];

    let views: Vec<View> =
        (0..3).map(|k| View { better: Better::Less, ..view(k, Shape::Usual, (0.0, 0.0), Some(ENDS[k])) }).collect();
    let free = party("free", 1.0, views.clone(), Weights::Free(3));
    let central = CENTRAL.map(|w| party("central", 1.0, views.clone(), Weights::Points(w.to_vec())));
    let first =
        |t: &ForumTable, p: &Party, a: usize| f64::from(u8::from(ask(t, std::slice::from_ref(p)).parties[0].sum[a].rank < 1.5));

    let mut lots = Lots(1);
    let (mut share, mut weights, mut confidence) = ([0.0; 2], [[0.0; 3]; 2], [0.0; 2]);
    for seed in 0..MEASURED {
        let rows = EVENTS.map(|row| row.map(|(events, all)| lots.beta(events, all - events)));
        let t = table(&[&rows[0], &rows[1]]);
        let one = Chance { seed: u64::from(seed), draws: 4 };
        let s = hear(&t, std::slice::from_ref(&free), one, &Silent).unwrap().parties.remove(0).smaa;
        for a in 0..2 {
            share[a] += s.acceptability[a][0] / f64::from(MEASURED);
            for (k, w) in s.central[a].iter().flatten().enumerate() {
                weights[a][k] += w * s.acceptability[a][0] / f64::from(MEASURED);
            }
            confidence[a] += first(&t, &central[a], a) / f64::from(MEASURED);
        }
    }
    let close = |got: f64, want: f64| assert!((got - want).abs() < PRINTED, "{got} is not {want}");
    close(share[0], 0.3504);
    close(share[1], 0.6496);
    close(confidence[0], 0.6682);
    close(confidence[1], 0.8956);
    for a in 0..2 {
        (0..3).for_each(|k| close(weights[a][k] / share[a], CENTRAL[a][k]));
    }
}

/// Numbers of chance for the measurements of an example (Steele, Lea and Flood 2014: SplitMix64).
struct Lots(u64);

impl Lots {
    fn unit(&mut self) -> f64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((z ^ (z >> 31)) >> 11) as f64 / (1u64 << 53) as f64
    }

    /// Sum of so many exponential times.
    fn gamma(&mut self, shape: u32) -> f64 {
        (0..shape).map(|_| -(1.0 - self.unit()).ln()).sum()
    }

    fn beta(&mut self, a: u32, b: u32) -> f64 {
        let (x, y) = (self.gamma(a), self.gamma(b));
        x / (x + y)
    }
}

/// SMAA-2 by areas of polygons. Three scenarios with the scores w1, w2 and 1/3; weights
/// uniform over the triangle w1 + w2 + w3 = 1. The triangle beyond w1 = a and w2 = b is the whole one shrunk to 1 - a - b.
///
/// ```text
///            w2 = 1
///             /\          P(w1 > 1/3) = (2/3)^2 = 4/9, P(both > 1/3) = (1/3)^2 = 1/9
///            /  \         A3 first  where neither is above 1/3: 1 - 4/9 - 4/9 + 1/9 = 2/9
///           / A2 \        A3 last   where both are: 1/9, so second in 1 - 2/9 - 1/9 = 2/3
///          /______\       A1, A2    alike: first (1 - 2/9) / 2 = 7/18, last (1 - 1/9) / 2 = 4/9, second 1/6
///         /\  /\ A1\      central weights: centroids of the polygons, by adding and taking away triangles:
///        /A3\/  \   \       A3: (1/3 - 4/9 x 5/9 - 4/9 x 2/9 + 1/9 x 4/9) / (2/9) = 1/6, so (1/6, 1/6, 2/3)
///       /____\___\___\      A1: (4/9 x 5/9 - 1/18 x 7/18) / (7/18) = 73/126, then 23/126 and 30/126
///      w3 = 1        w1 = 1
/// ```
#[test]
fn smaa_of_polygons() {
    let third = 1.0 / 3.0;
    let s = smaa(&table(&[&[1.0, 0.0, 0.0], &[0.0, 1.0, 0.0], &[third, third, third]]), Weights::Free(3));
    near(&s.acceptability[0], &[7.0 / 18.0, 1.0 / 6.0, 4.0 / 9.0]);
    near(&s.acceptability[1], &[7.0 / 18.0, 1.0 / 6.0, 4.0 / 9.0]);
    near(&s.acceptability[2], &[2.0 / 9.0, 2.0 / 3.0, 1.0 / 9.0]);
    near(s.central[0].as_ref().unwrap(), &[73.0 / 126.0, 23.0 / 126.0, 30.0 / 126.0]);
    near(s.central[1].as_ref().unwrap(), &[23.0 / 126.0, 73.0 / 126.0, 30.0 / 126.0]);
    near(s.central[2].as_ref().unwrap(), &[1.0 / 6.0, 1.0 / 6.0, 2.0 / 3.0]);
    near(&[s.beats[0][1], s.beats[0][2], s.beats[2][1]], &[0.5, 4.0 / 9.0, 5.0 / 9.0]);
    assert_eq!(s.confidence, vec![Some(1.0); 3], "values are known");
}

/// Barron and Barrett 1996, Management Science 42/11, table of rank-order centroid weights: three criteria 0.6111, 0.2778, 0.1111;
/// four 0.5208, 0.2708, 0.1458, 0.0625. The central weights of a scenario that is first under all weights of an order are those.
#[test]
fn smaa_of_ranked_weights_has_the_centroids_of_barron_and_barrett() {
    let four = table(&[&[1.0; 4], &[0.0; 4]]);
    let s = smaa(&four, Weights::Ranks(vec![1, 2, 3, 4]));
    assert_eq!(s.acceptability, [[1.0, 0.0], [0.0, 1.0]]);
    near(s.central[0].as_ref().unwrap(), &[0.5208, 0.2708, 0.1458, 0.0625]);
    let three = table(&[&[1.0; 3], &[0.0; 3]]);
    near(smaa(&three, Weights::Ranks(vec![2, 1, 3])).central[0].as_ref().unwrap(), &[0.2778, 0.6111, 0.1111]);
}

/// The same triangle with the order w1 > w2 > w3 told: A1 = w1 is always above 1/3, so it leads; A2 = w2 beats A3 = 1/3 where w2 > 1/3,
/// which is half of the ninth where w1 and w2 are both above 1/3, in the sixth of the triangle that keeps the order: 1/18 x 6 = 1/3.
#[test]
fn smaa_of_a_polygon_in_an_order() {
    let third = 1.0 / 3.0;
    let t = table(&[&[1.0, 0.0, 0.0], &[0.0, 1.0, 0.0], &[third, third, third]]);
    let s = smaa(&t, Weights::Ranks(vec![1, 2, 3]));
    assert_eq!(s.acceptability[0], [1.0, 0.0, 0.0]);
    near(&s.acceptability[1], &[0.0, 1.0 / 3.0, 2.0 / 3.0]);
    near(&s.acceptability[2], &[0.0, 2.0 / 3.0, 1.0 / 3.0]);
}
