//! The question of a comparison from what a person names: a year, questions of the study.

use super::{Ask, CompareQuestion, usual_terms};
use crate::error::StudyError;
use crate::file::Study;
use crate::flow::flow_years;
use crate::round_table;
use keruen_model::Corridor;

/// The question of a study's round table, or the last year's flow alone where there is none; a year and the names of questions
/// (`question` or `question/variant`) take the place of its own.
///
/// # Errors
/// When nothing is wished for in any year, or the study has no such question.
pub fn asked(
    corridor: &Corridor,
    study: Option<&Study>,
    year: Option<i32>,
    names: &[String],
) -> Result<CompareQuestion, StudyError> {
    let mut question = match study.and_then(|s| Some((s, s.round_table.as_ref()?))) {
        Some((study, table)) => round_table::question(study, table),
        None => {
            let year = year.or_else(|| flow_years(corridor).pop()).ok_or(StudyError::NoWishes)?;
            CompareQuestion { year, months: false, asks: Vec::new(), terms: usual_terms(), ranging: None, luck: None }
        }
    };
    question.year = year.unwrap_or(question.year);
    if !names.is_empty() {
        question.asks = names.iter().map(|n| ask(study, n)).collect::<Result<_, _>>()?;
    }
    Ok(question)
}

fn ask(study: Option<&Study>, name: &str) -> Result<Ask, StudyError> {
    let (id, variant) = name.split_once('/').map_or((name, None), |(q, v)| (q, Some(v)));
    let all = || study.iter().flat_map(|s| &s.questions).flat_map(|q| q.variants.iter().map(move |v| (q, v)));
    match all().find(|(q, v)| q.id == id && variant.is_none_or(|w| v.id == w)) {
        Some((q, v)) => Ok(Ask { id: q.id.clone(), title: format!("{}, {}", q.title, v.label), variant: v.clone() }),
        None => {
            Err(StudyError::NoQuestion { name: name.into(), known: all().map(|(q, v)| format!("{}/{}", q.id, v.id)).collect() })
        }
    }
}
