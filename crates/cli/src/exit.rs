//! How a run ends: the exit codes, decided in one place.

/// The end of a run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exit {
    /// The question is answered.
    Answered,
    /// No answer exists; the reason was printed.
    NoAnswer,
    /// A limit was reached or the asker stopped; what was finished is told.
    Partial,
    /// The usage or the input is wrong.
    BadInput,
    /// Our fault.
    OurFault,
}

impl Exit {
    /// 0 answered, 1 no answer exists, 2 bad usage or input, 4 our fault. 3 stopped or limit reached, partial
    /// answer, 130 is given by the shell when the run is interrupted.
    pub fn code(self) -> u8 {
        match self {
            Exit::Answered => 0,
            Exit::NoAnswer => 1,
            Exit::BadInput => 2,
            Exit::Partial => 3,
            Exit::OurFault => 4,
        }
    }
}

/// An end with a message for stderr.
#[derive(Clone, Debug)]
pub struct Ended {
    /// How it ends.
    pub exit: Exit,
    /// What to say.
    pub message: String,
}

impl Ended {
    /// The user's input is at fault.
    pub fn input(message: impl Into<String>) -> Ended {
        Ended { exit: Exit::BadInput, message: message.into() }
    }

    /// We are at fault.
    pub fn ours(message: impl std::fmt::Display) -> Ended {
        Ended { exit: Exit::OurFault, message: format!("error: {message}") }
    }
}
