//! Long runs: one at a time, watched while they run, stopped on request, remembered when the page is loaded again.
//!
//! A job is called by the hash of its question, so the same question asked twice is one job. While it runs a note lies in
//! `running/`; the note goes once the answer is on the disk. A note found at the start is a run that was broken off.

use crate::desk::Refusal;
use crate::house::House;
use crate::limits;
use crate::store::Store;
use keruen_results::Progress;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use tokio::sync::watch;
use utoipa::ToSchema;

/// How far a job is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Stage {
    /// Waits for its turn.
    Queued,
    /// Runs.
    Running,
    /// Its answer is kept.
    Done,
    /// It came to no answer.
    Failed,
    /// Somebody stopped it.
    Cancelled,
    /// The program ended while it ran.
    BrokenOff,
}

impl Stage {
    /// Whether it goes on no more.
    pub fn ended(self) -> bool {
        !matches!(self, Stage::Queued | Stage::Running)
    }
}

/// A job as seen from outside.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct JobState {
    /// Its name: the hash of the question. The answer lies under the same name.
    pub id: String,
    /// What is asked, as it was sent.
    pub question: serde_json::Value,
    /// How far it is.
    pub stage: Stage,
    /// Steps done.
    pub done: u64,
    /// Steps in all; 0 = not known yet.
    pub total: u64,
    /// Why there is no answer.
    pub message: String,
}

/// What a job runs.
pub type Run = Box<dyn FnOnce(&House, &dyn Progress) -> Result<Vec<u8>, String> + Send>;

struct Job {
    id: String,
    state: watch::Sender<JobState>,
    stop: AtomicBool,
    run: Mutex<Option<Run>>,
}

impl Job {
    fn of(state: JobState, run: Option<Run>) -> Arc<Job> {
        let id = state.id.clone();
        Arc::new(Job { id, state: watch::channel(state).0, stop: AtomicBool::new(false), run: Mutex::new(run) })
    }

    fn tell(&self, change: impl FnOnce(&mut JobState)) {
        self.state.send_modify(change);
    }
}

impl Progress for Job {
    fn step(&self, done: u64, total: u64) {
        self.state.send_if_modified(|s| {
            // A thousand steps a bar are enough for any eye.
            let grain = (total / 1000).max(1);
            let moved = s.total != total || done / grain != s.done / grain || done == total;
            if moved {
                (s.done, s.total) = (done, total);
            }
            moved
        });
    }

    fn cancelled(&self) -> bool {
        self.stop.load(Ordering::Relaxed)
    }
}

/// Every job of this run of the program, and those that an earlier run left.
pub struct Jobs {
    all: Mutex<Vec<Arc<Job>>>,
    queue: SyncSender<Arc<Job>>,
    notes: PathBuf,
}

#[derive(Serialize, Deserialize)]
struct Note {
    question: serde_json::Value,
}

impl Jobs {
    /// Starts the thread that runs jobs; tells which were broken off.
    ///
    /// # Errors
    /// When the folder of notes cannot be made, or the system gives no thread.
    pub fn open(house: &Arc<House>, store: &Arc<Store>, folder: &std::path::Path) -> std::io::Result<(Arc<Jobs>, usize)> {
        let notes = folder.join("running");
        std::fs::create_dir_all(&notes)?;
        let (queue, waiting) = sync_channel(limits::JOBS);
        let left = broken_off(&notes, store);
        let count = left.len();
        let jobs = Arc::new(Jobs { all: Mutex::new(left), queue, notes });
        let (house, store, these) = (Arc::clone(house), Arc::clone(store), Arc::clone(&jobs));
        std::thread::Builder::new().name("jobs".into()).spawn(move || these.work(&house, &store, &waiting))?;
        Ok((jobs, count))
    }

    /// Sets a job in the queue, or finds the one that asks the same.
    ///
    /// # Errors
    /// When too many wait.
    pub fn start(&self, id: &str, question: serde_json::Value, run: Run) -> Result<JobState, Refusal> {
        let mut all = self.all();
        if let Some(state) = going(&mut all, id) {
            return Ok(state);
        }
        let state = JobState { id: id.into(), question, stage: Stage::Queued, done: 0, total: 0, message: String::new() };
        let job = Job::of(state.clone(), Some(run));
        self.queue.try_send(Arc::clone(&job)).map_err(|_| Refusal::Full)?;
        all.push(job);
        forget(&mut all);
        Ok(state)
    }

    /// Notes a job whose answer is kept already, so that it can be followed like any other.
    pub fn known(&self, id: &str, question: serde_json::Value) -> JobState {
        let mut all = self.all();
        if let Some(state) = going(&mut all, id) {
            return state;
        }
        let state = JobState { id: id.into(), question, stage: Stage::Done, done: 1, total: 1, message: String::new() };
        all.push(Job::of(state.clone(), None));
        forget(&mut all);
        state
    }

    /// Every job, the newest first.
    pub fn list(&self) -> Vec<JobState> {
        self.all().iter().rev().map(|j| j.state.borrow().clone()).collect()
    }

    /// Follows a job.
    pub fn watch(&self, id: &str) -> Option<watch::Receiver<JobState>> {
        self.all().iter().find(|j| j.id == id).map(|j| j.state.subscribe())
    }

    /// Asks a job to stop.
    pub fn cancel(&self, id: &str) -> Option<JobState> {
        let job = self.all().iter().find(|j| j.id == id).cloned()?;
        job.stop.store(true, Ordering::Relaxed);
        job.state.send_if_modified(|s| {
            let waits = s.stage == Stage::Queued;
            if waits {
                s.stage = Stage::Cancelled;
            }
            waits
        });
        let state = job.state.borrow().clone();
        Some(state)
    }

    fn all(&self) -> MutexGuard<'_, Vec<Arc<Job>>> {
        self.all.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn work(&self, house: &House, store: &Store, waiting: &Receiver<Arc<Job>>) {
        while let Ok(job) = waiting.recv() {
            let run = job.run.lock().unwrap_or_else(PoisonError::into_inner).take();
            if let Some(run) = run.filter(|_| !job.cancelled()) {
                self.one(&job, run, house, store);
            }
        }
    }

    /// Runs a job: note, answer, answer on the disk, note away, word to those who watch.
    fn one(&self, job: &Job, run: Run, house: &House, store: &Store) {
        let note = self.notes.join(format!("{}.json", job.id));
        let question = job.state.borrow().question.clone();
        // A note that cannot be written costs the word about a broken run, nothing else.
        let _ = serde_json::to_vec(&Note { question }).map(|text| std::fs::write(&note, text));
        job.tell(|s| s.stage = Stage::Running);
        let answer = catch_unwind(AssertUnwindSafe(|| run(house, job)))
            .unwrap_or_else(|_| Err("this is our fault, not yours: the engine broke".into()));
        let (stage, message) = match answer {
            Ok(bytes) => match store.put(&job.id, bytes.into(), true) {
                Ok(()) => (Stage::Done, String::new()),
                Err(e) => (Stage::Failed, format!("the answer cannot be kept: {e}")),
            },
            Err(_) if job.cancelled() => (Stage::Cancelled, String::new()),
            Err(why) => (Stage::Failed, why),
        };
        let _ = std::fs::remove_file(&note);
        job.tell(|s| {
            (s.stage, s.message) = (stage, message);
            if stage == Stage::Done {
                s.total = s.total.max(1);
                s.done = s.total;
            }
        });
    }
}

/// A job that waits, runs or is done; one of that name that came to no answer makes room for the next.
fn going(all: &mut Vec<Arc<Job>>, id: &str) -> Option<JobState> {
    let at = all.iter().position(|j| j.id == id)?;
    let state = all[at].state.borrow().clone();
    if matches!(state.stage, Stage::Queued | Stage::Running | Stage::Done) {
        return Some(state);
    }
    all.remove(at);
    None
}

/// The oldest jobs that have ended go first.
fn forget(all: &mut Vec<Arc<Job>>) {
    while all.len() > limits::JOBS_KEPT {
        let Some(at) = all.iter().position(|j| j.state.borrow().stage.ended()) else { break };
        all.remove(at);
    }
}

/// Jobs whose notes an earlier run of the program left; a note beside a finished answer was only late to go.
fn broken_off(notes: &std::path::Path, store: &Store) -> Vec<Arc<Job>> {
    let mut found: BTreeMap<String, Note> = BTreeMap::new();
    for file in std::fs::read_dir(notes).into_iter().flatten().flatten() {
        let path = file.path();
        let id = path.file_stem().map_or(String::new(), |n| n.to_string_lossy().into_owned());
        let note = std::fs::read(&path).ok().and_then(|text| serde_json::from_slice(&text).ok());
        let _ = std::fs::remove_file(&path);
        if let Some(note) = note.filter(|_| store.get(&id).is_none()) {
            found.insert(id, note);
        }
    }
    let job = |(id, note): (String, Note)| {
        let message = "the program ended while this ran; ask again".into();
        Job::of(JobState { id, question: note.question, stage: Stage::BrokenOff, done: 0, total: 0, message }, None)
    };
    found.into_iter().map(job).collect()
}
