//! Correct answers to the worked example are certified whole.

mod common;

use common::{ask, certified, mini};

#[test]
fn answers_to_the_worked_example_are_certified() {
    let base = mini();
    for words in [
        "2 container-40 steppe poti 2025-06-01",
        "1 container-40 steppe poti 2025-06-01",
        "2 container-40 steppe poti 2026-02-01",
        "2 container-40 aktau_port poti 2025-06-01",
        "600 wheat steppe poti 2025-06-01",
        "600 wheat steppe tbilisi 2025-06-01",
        "60 uranium steppe tbilisi 2025-06-01",
        "60 uranium steppe poti 2025-06-01",
    ] {
        let (corridor, answer) = ask(&base, words);
        assert_eq!(answer.ways.is_empty(), words.starts_with("60 uranium steppe poti"), "{words}");
        certified(&corridor, &answer);
    }
}
