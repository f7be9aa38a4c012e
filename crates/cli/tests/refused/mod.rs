//! A verb that cannot go on.

use crate::spoken::{OTHERS, run, says_no_english};

/// A verb that cannot go on says why in each language.
pub fn refuses(args: &[&str]) {
    refuses_but(args, &[]);
}

/// The same, where names of the input that are English words are told.
pub fn refuses_but(args: &[&str], kept: &[String]) {
    let (code, _, english) = run(args, None);
    assert!(code != 0 && english.contains(' '), "{args:?} ends with {code}: {english}");
    for lang in OTHERS {
        let all: Vec<&str> = args.iter().copied().chain(["--lang", lang]).collect();
        let (same, out, said) = run(&all, None);
        assert!(same == code && !said.contains("error:"), "{lang} {args:?}: {same} {said}");
        says_no_english(lang, args, &(out + &said), kept);
        assert_ne!(said, english, "{lang}: {args:?}");
    }
}
